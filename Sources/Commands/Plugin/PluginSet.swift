import CommandGrammar
import EngineAPI

struct PluginSet: Action, Equatable {
    var plugin = ""
    var settings: [String] = []

    static var command: Command {
        Command(
            "set", "Change the settings of a disabled plugin", since: "1.25", PluginSet.self,
            arguments: [
                Argument("PLUGIN", \.plugin) { _ in .names(.disabledPlugins) },
                Argument("KEY=VALUE", all: \.settings, atLeast: 1) { .names(.settings(of: $0.plugin)) },
            ])
    }

    func run(_ session: Session) throws {
        try session.engine.perform(.setPlugin(plugin, settings))
    }
}
