import CommandGrammar
import EngineAPI
import Filters
import JSON

struct PluginList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var noTrunc = false
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List plugins", aliases: ["list"], since: "1.25", PluginList.self,
            examples: ["tug plugin ls --filter enabled=false"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to plugins that match",
                    completing: .filters(.plugins, of: .plugins)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.plugins)),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.plugins.check(filters)
        let view = try ListView(
            .plugins, format: format, configured: session.config.text("pluginsFormat"), quiet: quiet)
        let row = { PluginRow(plugin: $0, isTruncated: !noTrunc) }
        try view.check(on: row(PluginSummary(JSONDocument(Array("{}".utf8)).root)))
        let plugins = try plugins(of: session.engine).sorted { NaturalOrder.precedes($0.name, $1.name) }
        try view.show(plugins.lazy.map(row), to: session.out)
    }

    /// Engines before API 1.28 know no filters and list everything: they are applied here.
    private func plugins(of engine: Engine) throws -> [PluginSummary] {
        let minor = try engine.version().minor
        let local = FilterRules.plugins.unsupported(filters, at: minor)
        let request = Request.listPlugins(filters: filters.removing(local).wire(apiMinor: minor))
        let found = try engine.list(request).map(PluginSummary.init)
        if local.isEmpty { return found }
        let matcher = try FilterMatcher(filters, .plugins, keys: local)
        return found.filter { plugin in
            matcher.matches { $0 == "capability" ? plugin.capabilities : [plugin.isEnabled ? "true" : "false"] }
        }
    }
}
