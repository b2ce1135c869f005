import CommandGrammar
import EngineAPI
import Filters
import JSON

struct ConfigList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List configs", aliases: ["list"], since: "1.30", ConfigList.self,
            examples: ["tug config ls --filter label=tier=front"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to configs that match",
                    completing: .filters(.configs, of: .configs)),
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.configs)),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.configs.check(filters)
        let view = try ListView(.configs, format: format, configured: session.config.text("configFormat"), quiet: quiet)
        let row = { ConfigRow(config: $0, now: session.now) }
        try view.check(on: row(JSONDocument(Array("{}".utf8)).root))
        let wire = filters.wire(apiMinor: try session.engine.version().minor)
        let configs = try session.engine.json(.listConfigs(filters: wire)).root.elements
        try view.show(configs.sortedByName.lazy.map(row), to: session.out)
    }
}
