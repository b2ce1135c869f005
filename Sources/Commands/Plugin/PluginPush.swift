import CommandGrammar
import EngineAPI

struct PluginPush: Action, Equatable {
    var disableContentTrust = true
    var plugin = ""

    static var command: Command {
        Command(
            "push", "Upload a plugin to a registry", since: "1.25", PluginPush.self,
            flags: [Flag("disable-content-trust", \.disableContentTrust, "Kept for old command lines", hidden: true)],
            arguments: [Argument("PLUGIN[:TAG]", \.plugin)])
    }

    func run(_ session: Session) throws {
        let reference = try ImageReference(checking: plugin)
        let request = try Request.pushPlugin(
            reference.pluginName(), auth: session.registryAuth(for: reference))
        try MessageStream(try session.engine.send(request)).show(on: session.out) { session.now }
    }
}
