import EngineAPI
import Filters
import JSON

/// Tells services in words.
struct ServiceWords {
    let session: Session

    func text(of service: JSONValue) throws -> String {
        ServiceText.of(service, networks: try networkNames(service), now: session.now)
    }

    /// The networks of a service, by name where the engine knows one.
    private func networkNames(_ service: JSONValue) throws -> [String] {
        let attached = service.at("Spec", "TaskTemplate")?.list("Networks").map { $0.text("Target") } ?? []
        let ids = attached.isEmpty ? service["Spec"]?.list("Networks").map { $0.text("Target") } ?? [] : attached
        if ids.isEmpty { return [] }
        var filters = FilterList()
        filters.set(key: "scope", value: "swarm")
        let minor = try session.engine.version().minor
        let local = FilterRules.networks.unsupported(filters, at: minor)
        let wire = filters.removing(local).wire(apiMinor: minor)
        let networks = try session.engine.json(.listNetworks(filters: wire)).root.elements
        return ids.map { id in networks.first { $0.text("Id") == id }?.text("Name") ?? id }
    }
}
