import CommandGrammar
import EngineAPI
import JSON

extension SessionNames {
    /// The names of what belongs to one object of the engine.
    func owned(_ kind: NameKind, _ owner: String) throws -> [Candidate] {
        switch kind {
        case .checkpoints(of: owner):
            return try session.engine.json(.listCheckpoints(of: owner, folder: "")).root.elements.map {
                Candidate($0.text("Name"))
            }
        case .ports(of: owner):
            let ports = try session.engine.json(.inspectContainer(owner)).root.at("NetworkSettings", "Ports")
            return ports?.members.map { Candidate($0.key) } ?? []
        case .settings(of: owner):
            return Self.settings(try session.engine.json(.inspect(.plugin, owner)).root["Config"])
        default: return []
        }
    }

    /// What `plugin set` takes: variables, sources of mounts, paths of devices, the arguments.
    private static func settings(_ config: JSONValue?) -> [Candidate] {
        let isSettable = { (part: JSONValue) in part.list("Settable").count > 0 }
        let parts = [
            (config?.list("Env"), ""), (config?.list("Mounts"), ".source"),
            (config?["Linux"]?.list("Devices"), ".path"),
        ]
        let named = parts.flatMap { list, suffix in
            (list.map(Array.init) ?? []).filter(isSettable).map { part in
                Candidate(part.text("Name") + suffix + "=", part.text("Description"), isOpen: true)
            }
        }
        let arguments = config?["Args"].flatMap { isSettable($0) ? $0 : nil }
        return named
            + (arguments.map { [Candidate($0.text("Name") + "=", $0.text("Description"), isOpen: true)] } ?? [])
    }
}
