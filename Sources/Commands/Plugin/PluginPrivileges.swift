import EngineAPI
import JSON

/// What a plugin asks to be allowed before it may come to the engine.
struct PluginPrivileges {
    /// As the engine wants to have it back.
    let json: JSONNode
    private let list: [PluginPrivilege]

    /// Asks the engine, which asks the registry.
    init(of remote: ImageReference, auth: String, _ session: Session) throws {
        let elements = try session.engine.list(.pluginPrivileges(remote: remote.whole, auth: auth))
        json = elements.isEmpty ? .null : .array(elements.map { JSONNode($0) })
        list = elements.map(PluginPrivilege.init)
    }

    /// Shows the list and asks; a plugin that wants nothing needs no answer.
    ///
    /// - Throws: `Failure` for a no.
    func beGranted(to plugin: String, _ session: Session) throws {
        if list.isEmpty { return }
        session.say("Plugin \"\(plugin)\" is requesting the following privileges:")
        for privilege in list { session.say(" - \(privilege.name): [\(privilege.values.joined(separator: " "))]") }
        guard try session.ask("Do you grant the above permissions?") else {
            throw Failure("the privileges of the plugin \(plugin) were not granted")
        }
    }
}

extension ImageReference {
    /// The reference in full, but without a tag where none was written.
    var whole: String { "\(domain)/\(path)" + (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "") }

    /// The familiar name with the tag that is meant; what names a plugin here can have no digest.
    ///
    /// - Throws: `Failure` for one with a digest.
    func pluginName() throws(Failure) -> String {
        if digest != nil { throw Failure("invalid name: \(familiar) (a plugin here has a tag, not a digest)") }
        return familiarName + ":" + (tag ?? Self.defaultTag)
    }
}
