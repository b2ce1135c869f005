import CommandGrammar
import EngineAPI

struct PluginRemove: Action, Equatable {
    var force = false
    var plugins: [String] = []

    static var command: Command {
        Command(
            "rm", "Remove plugins", aliases: ["remove"], since: "1.25", PluginRemove.self,
            flags: [Flag("force", short: "f", \.force, "Even while they are enabled")],
            arguments: [Argument("PLUGIN", all: \.plugins, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: plugins).send(session) { try .removePlugin($0, force: force) }
    }
}
