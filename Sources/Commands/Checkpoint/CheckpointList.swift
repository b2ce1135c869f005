import CommandGrammar
import EngineAPI
import JSON

struct CheckpointList: Action, Equatable {
    var folder = ""
    var container = ""

    static var command: Command {
        Command(
            "ls", "List the checkpoints of a container", aliases: ["list"], since: "1.25", CheckpointList.self,
            flags: [Flag("checkpoint-dir", \.folder, "Folder on the engine's machine that they are in")],
            arguments: [Argument("CONTAINER", \.container)])
    }

    func run(_ session: Session) throws {
        try session.requireExperimental(for: "checkpoint ls")
        let checkpoints = try session.engine.list(.listCheckpoints(of: container, folder: folder))
        try ListView(.checkpoints, format: nil).show(checkpoints, to: session.out)
    }
}

extension Listing where Row == JSONValue {
    fileprivate static var checkpoints: Listing {
        Listing(
            typeName: "*checkpoint.checkpointContext", columns: [Column("CHECKPOINT NAME", "Name") { $0.text("Name") }],
            table: ["Name"], quiet: "Name")
    }
}
