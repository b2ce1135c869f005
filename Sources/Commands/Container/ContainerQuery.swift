import EngineAPI
import Filters

/// A question for containers that gives the same answer on every engine: filters that the engine is too old for are
/// applied here.
struct ContainerQuery {
    var all = false
    var limit: Int?
    var size = false
    var filters = FilterList()

    /// - Throws: `Failure` for a filter that neither this engine nor its listing can answer.
    func containers(of engine: Engine) throws -> [ContainerSummary] {
        let minor = try engine.version().minor
        let parameters = minor < 22 ? Self.oldParameters : []
        let local = filtersAppliedHere(minor).filter { !parameters.contains($0) }
        let wire = filters.removing(local + parameters).wire(apiMinor: minor)
        let age = try parameters.map(oldParameter)
        let request = { (all: Bool, limit: Int?) in
            Request.listContainers(
                all: all, limit: limit, size: size, before: age.first ?? nil, since: age.last ?? nil, filters: wire)
        }
        if local.isEmpty { return try ask(engine, request(all, limit)) }
        try refuseUnanswerable(local, engine)
        let matcher = try FilterMatcher(filters, .containers, keys: local)
        let everything = all || limit != nil || filters.keeping(local).impliesAllContainers
        let found = try ask(engine, request(everything, nil))
        return Array(found.filter { container in matcher.matches(container.filterValues) }.prefix(limit ?? .max))
    }

    /// Engines before 1.22 take these as parameters of their own.
    private static let oldParameters = ["before", "since"]

    private func oldParameter(_ key: String) throws -> String? {
        let values = filters.values(key)
        if values.count > 1 { throw Failure("the filter \(key) takes one container") }
        return values.first
    }

    private func ask(_ engine: Engine, _ request: Request) throws -> [ContainerSummary] {
        try engine.list(request).map(ContainerSummary.init)
    }

    /// Old engines ignore a filter they do not know and list everything, which must never get through.
    private func filtersAppliedHere(_ minor: Int) -> [String] {
        FilterRules.containers.unsupported(filters, at: minor)
    }

    private func refuseUnanswerable(_ keys: [String], _ engine: Engine) throws {
        let ping = try engine.ping()
        for key in keys where !ContainerSummary.filterKeys(at: ping.version).contains(key) {
            let since = FilterRules.containers[key]?.since ?? APIVersion.newest.minor
            throw Failure("the filter \(key)", needs: APIVersion(1, since), but: ping)
        }
    }
}

extension ContainerSummary {
    /// The filters that an element of the list holds the answer to.
    static func filterKeys(at version: APIVersion) -> [String] {
        var keys = ["id", "name", "label", "exited", "status", "health", "is-task", "publish", "expose"]
        if version >= APIVersion(1, 21) { keys.append("network") }
        if version >= APIVersion(1, 23) { keys.append("volume") }
        return keys
    }

    func filterValues(_ key: String) -> [String] {
        switch key {
        case "id": [id]
        case "name": names
        case "label": labels.map { "\($0)=\($1)" }
        case "health": [healthState.rawValue]
        case "status": [stateWord]
        case "exited": exitCode.map { [String($0)] } ?? []
        case "is-task": [labels.contains { $0.key == "com.docker.swarm.task.id" } ? "true" : "false"]
        case "network": networks + networkIDs
        case "volume": mounts.flatMap { [$0.text("Name"), $0.text("Destination")] }.filter { !$0.isEmpty }
        case "publish": ports.filter { $0.publicPort != 0 }.map { "\($0.publicPort)/\($0.proto)" }
        case "expose": ports.map { "\($0.privatePort)/\($0.proto)" }
        default: []
        }
    }

    private var networkIDs: [String] {
        json.at("NetworkSettings", "Networks")?.members.map { $0.value.text("NetworkID") } ?? []
    }

    /// The state in one word; engines before 1.23 tell it only in words for people.
    var stateWord: String { state.isEmpty ? stateOfStatus : state }

    private var stateOfStatus: String {
        if status.hasPrefix("Up") { return status.hasSuffix("(Paused)") ? "paused" : "running" }
        if status.hasPrefix("Restarting") { return "restarting" }
        if status.hasPrefix("Exited") { return "exited" }
        if status.hasPrefix("Dead") { return "dead" }
        return status.hasPrefix("Removal") ? "removing" : "created"
    }

    private var exitCode: Int? {
        guard status.hasPrefix("Exited ("), let close = status.firstIndex(of: ")") else { return nil }
        return Int(status[status.index(status.startIndex, offsetBy: 8)..<close])
    }
}
