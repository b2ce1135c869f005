import CommandGrammar
import EngineAPI
import Filters
import JSON

struct NetworkList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var noTrunc = false
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List networks", aliases: ["list"], since: "1.21", NetworkList.self,
            examples: ["tug network ls --filter type=custom"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to networks that match",
                    completing: .filters(.networks, of: .customNetworks)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.networks)),
                Flag("no-trunc", \.noTrunc, "Show ids whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.networks.check(filters)
        let view = try ListView(
            .networks, format: format, configured: session.config.text("networksFormat"), quiet: quiet)
        let row = { NetworkRow(network: $0, isTruncated: !noTrunc) }
        try view.check(on: row(JSONDocument(Array("{}".utf8)).root))
        let networks = try networks(of: session.engine).sorted {
            NaturalOrder.precedes($0.text("Name"), $1.text("Name"))
        }
        try view.show(networks.lazy.map(row), to: session.out)
    }

    /// Filters that the engine is too old for are applied here: it would ignore them.
    private func networks(of engine: Engine) throws -> [JSONValue] {
        let minor = try engine.version().minor
        let local = FilterRules.networks.unsupported(filters, at: minor)
        let wire = filters.removing(local).wire(apiMinor: minor)
        let found = Array(try engine.list(.listNetworks(filters: wire)))
        if local.isEmpty { return found }
        let matcher = try FilterMatcher(filters, .networks, keys: local)
        // From 1.28 on a list does not tell which containers are in a network.
        let needsContainers = local.contains("dangling") && minor >= 28
        return try found.filter { network in
            let isOpen = needsContainers && !network.isBuiltinNetwork
            let details = isOpen ? try engine.json(.inspect(.network, network.text("Id"))).root : network
            return matcher.matches { details.networkFilterValues($0) }
        }
    }
}

extension JSONValue {
    fileprivate func networkFilterValues(_ key: String) -> [String] {
        switch key {
        case "dangling": [isBuiltinNetwork || (self["Containers"]?.count ?? 0) > 0 ? "false" : "true"]
        case "driver": [text("Driver")]
        case "id": [text("Id")]
        case "label": labels.map { "\($0)=\($1)" }
        case "name": [text("Name")]
        case "scope": [text("Scope").isEmpty ? "local" : text("Scope")]
        case "type": [isBuiltinNetwork ? "builtin" : "custom"]
        default: []
        }
    }

    /// Networks that every engine has from the start.
    fileprivate var isBuiltinNetwork: Bool { ["bridge", "host", "none", "nat"].contains(text("Name")) }
}
