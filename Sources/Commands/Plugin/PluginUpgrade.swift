import CommandGrammar
import EngineAPI

struct PluginUpgrade: Action, Equatable {
    var disableContentTrust = true
    var grantAllPermissions = false
    var skipRemoteCheck = false
    var plugin = ""
    var remote: String?

    static var command: Command {
        Command(
            "upgrade", "Bring a disabled plugin to another version", since: "1.26", PluginUpgrade.self,
            flags: [
                Flag("disable-content-trust", \.disableContentTrust, "Kept for old command lines", hidden: true),
                Flag("grant-all-permissions", \.grantAllPermissions, "Do not ask, grant everything"),
                Flag("skip-remote-check", \.skipRemoteCheck, "Also from another repository or tag"),
            ],
            arguments: [Argument("PLUGIN", \.plugin), Argument(optional: "REMOTE", \.remote)])
    }

    func run(_ session: Session) throws {
        let present = PluginSummary(try session.engine.json(.inspect(.plugin, plugin)).root)
        if present.isEnabled { throw Failure("the plugin \(plugin) must be disabled before it is upgraded") }
        let old = ImageReference(present.reference)
        let new = try ImageReference(checking: remote ?? present.reference)
        let isSame = old.canonical == new.canonical
        let target = new.isNameOnly ? ImageReference(new.canonical) : new
        let words = "Upgrading plugin \(present.name) from \(old.familiar) to \(target.familiar)"
        try session.out.writeLine(session.out.escaped(words))
        if !skipRemoteCheck, !isSame, try !session.ask("Plugin images do not match, are you sure?") { return }
        let auth = session.registryAuth(for: target)
        let privileges = try PluginPrivileges(of: target, auth: auth, session)
        if !grantAllPermissions { try privileges.beGranted(to: target.familiar, session) }
        let answer = try session.engine.send(
            .upgradePlugin(present.name, remote: target.whole, privileges: privileges.json, auth: auth))
        try MessageStream(answer).show(on: session.out) { session.now }
        try session.out.writeLine(session.out.escaped("Upgraded plugin \(present.name) to \(target.familiar)"))
    }
}
