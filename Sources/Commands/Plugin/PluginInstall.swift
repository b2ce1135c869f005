import CommandGrammar
import EngineAPI

struct PluginInstall: Action, Equatable {
    var alias: String?
    var disable = false
    var disableContentTrust = true
    var grantAllPermissions = false
    var plugin = ""
    var settings: [String] = []

    static var command: Command {
        Command(
            "install", "Download a plugin, grant it what it asks for and start it", since: "1.25", PluginInstall.self,
            examples: ["tug plugin install vieux/sshfs DEBUG=1"],
            flags: [
                Flag("alias", \.alias, "Another name for it here"),
                Flag("disable", \.disable, "Do not start it"),
                Flag("disable-content-trust", \.disableContentTrust, "Kept for old command lines", hidden: true),
                Flag("grant-all-permissions", \.grantAllPermissions, "Do not ask, grant everything"),
            ],
            arguments: [Argument("PLUGIN", \.plugin) { _ in .nothing }, Argument("KEY=VALUE", all: \.settings)])
    }

    func run(_ session: Session) throws {
        let localName = try alias.map { try ImageReference(checking: $0).pluginName() }
        let remote = try ImageReference(checking: plugin)
        let auth = session.registryAuth(for: remote)
        let privileges = try PluginPrivileges(of: remote, auth: auth, session)
        if !grantAllPermissions { try privileges.beGranted(to: remote.familiar, session) }
        let answer = try session.engine.send(
            .pullPlugin(remote: remote.whole, name: localName ?? "", privileges: privileges.json, auth: auth))
        let name = answer.headers["Docker-Plugin-Name"] ?? localName ?? remote.familiar
        try MessageStream(answer).show(on: session.out) { session.now }
        do {
            if !settings.isEmpty { try session.engine.perform(.setPlugin(name, settings)) }
            if !disable { try session.engine.perform(.enablePlugin(name, timeout: 0)) }
        } catch let error as EngineError {
            session.say("the plugin \(name) is there, but not enabled")
            throw error
        }
        try session.out.writeLine("Installed plugin \(plugin)")
    }
}
