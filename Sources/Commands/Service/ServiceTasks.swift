import CommandGrammar
import EngineAPI
import Filters
import JSON

struct ServiceTasks: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var noResolve = false
    var noTrunc = false
    var quiet = false
    var services: [String] = []

    static var command: Command {
        Command(
            "ps", "List the tasks of services", since: "1.24", ServiceTasks.self,
            examples: ["tug service ps --no-trunc --filter desired-state=running web"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to tasks that match", completing: .filters(.serviceTasks)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.tasks)),
                Flag("no-resolve", \.noResolve, "Show services and nodes by id"),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids, whole"),
            ],
            arguments: [Argument("SERVICE", all: \.services, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        try FilterRules.serviceTasks.check(filters)
        let table = try TaskTable(
            session, format: format, quiet: quiet, isTruncated: !noTrunc && !quiet, resolves: !noResolve)
        var (wanted, missing) = try find(session)
        if wanted.isEmpty { throw Self.failure(missing) }
        for name in filters.values("node") { wanted.set(key: "node", value: try session.nodeReference(name)) }
        try table.show(try session.tasks(wanted))
        if !missing.isEmpty { throw Self.failure(missing) }
    }

    /// The filters with the ids of the services, and the names that none has. An id comes before a name, and both
    /// before the beginning of an id.
    private func find(_ session: Session) throws -> (FilterList, missing: [String]) {
        let ids = try candidates("id", session)
        let names = try candidates("name", session)
        var found = FilterList()
        var missing: [String] = []
        for service in services {
            let exact = ids.first { $0.text("ID") == service } ?? names.first { $0.specName == service }
            let near = exact.map { [$0] } ?? ids.filter { $0.text("ID").hasPrefix(service) }
            if near.count > 1 { throw Failure("\(service.debugDescription) begins the ids of \(near.count) services") }
            if let match = near.first {
                found.set(key: "service", value: match.text("ID"))
            } else {
                missing.append(service)
            }
        }
        if found.isEmpty { return (found, missing) }
        var wanted = filters.removing("node")
        for id in found.values("service") { wanted.set(key: "service", value: id) }
        return (wanted, missing)
    }

    private func candidates(_ key: String, _ session: Session) throws -> [JSONValue] {
        var list = FilterList()
        for service in services { list.set(key: key, value: service) }
        let wire = list.wire(apiMinor: try session.engine.version().minor)
        return Array(try session.engine.json(.listServices(filters: wire)).root.elements)
    }

    private static func failure(_ missing: [String]) -> Failure {
        Failure("no such service: " + missing.joined(separator: ", "))
    }
}
