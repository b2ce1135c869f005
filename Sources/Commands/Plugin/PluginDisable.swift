import CommandGrammar
import EngineAPI

struct PluginDisable: Action, Equatable {
    var force = false
    var plugin = ""

    static var command: Command {
        Command(
            "disable", "Stop a plugin", since: "1.25", PluginDisable.self,
            flags: [Flag("force", short: "f", \.force, "Even while it is in use")],
            arguments: [Argument("PLUGIN", \.plugin) { _ in .names(.enabledPlugins) }])
    }

    func run(_ session: Session) throws {
        try session.engine.perform(.disablePlugin(plugin, force: force))
        try session.out.writeLine(plugin)
    }
}
