import CommandGrammar
import EngineAPI

struct PluginEnable: Action, Equatable {
    var timeout = 30
    var plugin = ""

    static var command: Command {
        Command(
            "enable", "Start a plugin", since: "1.25", PluginEnable.self,
            flags: [Flag("timeout", \.timeout, "Seconds it has to answer")],
            arguments: [Argument("PLUGIN", \.plugin) { _ in .names(.disabledPlugins) }])
    }

    func run(_ session: Session) throws {
        if timeout < 0 { throw Failure("negative timeout \(timeout) is invalid") }
        try session.engine.perform(.enablePlugin(plugin, timeout: timeout))
        try session.out.writeLine(plugin)
    }
}
