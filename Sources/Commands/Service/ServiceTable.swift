import EngineAPI
import Filters
import JSON

/// Services as `service ls` and `stack services` list them.
struct ServiceTable {
    private let session: Session
    private let view: ListView<ServiceRow>
    /// Whether it is shown how many tasks there are.
    private let counts: Bool

    init(_ session: Session, format: String?, quiet: Bool) throws {
        self.session = session
        counts = !quiet
        view = try ListView(
            .services, format: format, configured: session.config.text("servicesFormat"), quiet: quiet)
        try view.check(on: ServiceRow(service: JSONDocument(Array("{}".utf8)).root, count: ServiceRow.Count()))
    }

    /// The services that match. Filters that the engine is too old for are applied here.
    func services(_ filters: FilterList, _ rules: FilterRules) throws -> [JSONValue] {
        let version = try session.engine.version()
        let local = rules.unsupported(filters, at: version.minor)
        let request = Request.listServices(
            filters: filters.removing(local).wire(apiMinor: version.minor),
            status: counts && version >= Self.statusVersion)
        let matcher = try FilterMatcher(filters, rules, keys: local)
        return try session.engine.json(request).root.elements.filter { service in
            matcher.matches { key in
                switch key {
                case "mode": [ServiceRow.modeFilter(of: service)]
                case "runtime": [service.at("Spec", "TaskTemplate")?.text("Runtime") ?? ""]
                default: []
                }
            }
        }
    }

    func show(_ services: [JSONValue]) throws {
        let counts = try self.counts ? count(services) : [:]
        let rows = services.sortedByName.map { service in
            ServiceRow(
                service: service, count: counts[service.text("ID")] ?? ServiceRow.Count(service["ServiceStatus"]))
        }
        try view.show(rows, to: session.out)
    }

    private static let statusVersion = APIVersion(1, 41)

    /// Before API 1.41 the engine does not count tasks: those that are meant to run, and those that do so on a node
    /// that is not down, are counted here.
    private func count(_ services: [JSONValue]) throws -> [String: ServiceRow.Count] {
        let uncounted = services.filter {
            $0["ServiceStatus"] == nil
                && ($0.at("Spec", "Mode", "Replicated") ?? $0.at("Spec", "Mode", "Global")) != nil
        }
        if uncounted.isEmpty { return [:] }
        var filters = FilterList()
        for service in uncounted { filters.set(key: "service", value: service.text("ID")) }
        let tasks = try session.tasks(filters)
        let nodes = try session.engine.json(.listNodes()).root.elements
        let up = Set(nodes.filter { $0["Status"]?.text("State") != "down" }.map { $0.text("ID") })
        var counts: [String: ServiceRow.Count] = [:]
        for task in tasks {
            var count = counts[task.text("ServiceID")] ?? ServiceRow.Count()
            if task.text("DesiredState") != "shutdown" { count.desired += 1 }
            if task["Status"]?.text("State") == "running", up.contains(task.text("NodeID")) { count.running += 1 }
            counts[task.text("ServiceID")] = count
        }
        return counts
    }
}
