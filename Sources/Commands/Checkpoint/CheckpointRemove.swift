import CommandGrammar
import EngineAPI

struct CheckpointRemove: Action, Equatable {
    var folder = ""
    var container = ""
    var checkpoint = ""

    static var command: Command {
        Command(
            "rm", "Remove a checkpoint", aliases: ["remove"], since: "1.25", CheckpointRemove.self,
            flags: [Flag("checkpoint-dir", \.folder, "Folder on the engine's machine that it is in")],
            arguments: [
                Argument("CONTAINER", \.container),
                Argument("CHECKPOINT", \.checkpoint) { .names(.checkpoints(of: $0.container)) },
            ])
    }

    func run(_ session: Session) throws {
        try session.requireExperimental(for: "checkpoint rm")
        try session.engine.perform(.removeCheckpoint(of: container, checkpoint, folder: folder))
    }
}
