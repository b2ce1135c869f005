import CommandGrammar
import EngineAPI
import Filters
import JSON

struct NodeList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List the nodes of the swarm", aliases: ["list"], since: "1.24", NodeList.self,
            examples: ["tug node ls --filter role=manager"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to nodes that match",
                    completing: .filters(.nodes, of: .nodes)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.nodes)),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.nodes.check(filters)
        let view = try ListView(.nodes, format: format, configured: session.config.text("nodesFormat"), quiet: quiet)
        try view.check(on: NodeRow(node: JSONDocument(Array("{}".utf8)).root, swarm: nil))
        let nodes = try nodes(of: session.engine).sorted {
            NaturalOrder.precedes($0.hostname, $1.hostname)
        }
        let swarm = quiet || nodes.isEmpty ? nil : try session.engine.json(.info).root["Swarm"]
        try view.show(nodes.lazy.map { NodeRow(node: $0, swarm: swarm) }, to: session.out)
    }

    /// Labels of nodes are a filter from API 1.40 on; before, it is applied here.
    private func nodes(of engine: Engine) throws -> [JSONValue] {
        let minor = try engine.version().minor
        let local = FilterRules.nodes.unsupported(filters, at: minor)
        let found = try engine.json(.listNodes(filters: filters.removing(local).wire(apiMinor: minor))).root.elements
        let matcher = try FilterMatcher(filters, .nodes, keys: local)
        return found.filter { node in
            matcher.matches { $0 == "node.label" ? node.specLabels.map { "\($0)=\($1)" } : [] }
        }
    }
}
