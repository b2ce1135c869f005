import CommandGrammar
import EngineAPI
import Filters
import JSON

struct ContainerList: Action, Equatable {
    var all = false
    var filters = FilterList()
    var format: String?
    var last = -1
    var latest = false
    var noTrunc = false
    var quiet = false
    var size: Bool?

    static var command: Command {
        Command(
            "ls", "List containers", aliases: ["ps", "list"], ContainerList.self,
            examples: [
                "tug ps --filter health=unhealthy",
                "tug ps -a --format '{{.Names}}: {{.Status}}'",
            ],
            flags: [
                Flag("all", short: "a", \.all, "Stopped ones too"),
                Flag(
                    "filter", short: "f", \.filters, "Keep to containers that match",
                    completing: .filters(.containers, of: .containers)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.containers)),
                Flag("last", short: "n", \.last, "The newest so many, running or not"),
                Flag("latest", short: "l", \.latest, "The newest one, running or not"),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
                Flag("size", short: "s", \.size, "Show how much disk each one takes"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.containers.check(filters)
        let view = try view(session)
        let row = { ContainerRow(container: $0, isTruncated: !noTrunc, now: session.now) }
        try view.check(on: row(ContainerSummary(JSONDocument(Array("{}".utf8)).root)))
        let query = ContainerQuery(
            all: all, limit: limit, size: size ?? view.mentions("Size"), filters: filters)
        try view.show(try query.containers(of: session.engine).lazy.map(row), to: session.out)
    }

    /// `--latest` is the newest one whatever `--last` says.
    private var limit: Int? { latest ? 1 : last > 0 ? last : nil }

    /// `--quiet` wins over a format here, unlike in other listings.
    private func view(_ session: Session) throws -> ListView<ContainerRow> {
        let isRaw = format == "raw"
        if quiet, !isRaw, let format, !format.isEmpty { session.warn("--format is ignored: --quiet prints ids only") }
        let table = Listing.containers.table + (size == true ? ["Size"] : [])
        return try ListView(
            .containers, format: quiet && !isRaw ? nil : format, configured: session.config.text("psFormat"),
            quiet: quiet,
            table: table)
    }
}
