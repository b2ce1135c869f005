import CommandGrammar
import EngineAPI

struct CheckpointCreate: Action, Equatable {
    var folder = ""
    var leaveRunning = false
    var container = ""
    var checkpoint = ""

    static var command: Command {
        Command(
            "create", "Keep the state of a running container and stop it", since: "1.25", CheckpointCreate.self,
            flags: [
                Flag("checkpoint-dir", \.folder, "Folder on the engine's machine to keep it in"),
                Flag("leave-running", \.leaveRunning, "Let the container run on"),
            ],
            arguments: [Argument("CONTAINER", \.container), Argument("CHECKPOINT", \.checkpoint)])
    }

    func run(_ session: Session) throws {
        try session.requireExperimental(for: "checkpoint create")
        // The name becomes a folder's on the engine's machine.
        _ = try PathSegment(name: checkpoint)
        try session.engine.perform(
            .createCheckpoint(of: container, checkpoint, folder: folder, exits: !leaveRunning))
        try session.out.writeLine(session.out.escaped(checkpoint))
    }
}
