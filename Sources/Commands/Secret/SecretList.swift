import CommandGrammar
import EngineAPI
import Filters
import JSON

struct SecretList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List secrets", aliases: ["list"], since: "1.25", SecretList.self,
            examples: ["tug secret ls --filter name=db"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to secrets that match",
                    completing: .filters(.secrets, of: .secrets)),
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.secrets)),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.secrets.check(filters)
        let view = try ListView(.secrets, format: format, configured: session.config.text("secretFormat"), quiet: quiet)
        let row = { SecretRow(secret: $0, now: session.now) }
        try view.check(on: row(JSONDocument(Array("{}".utf8)).root))
        let wire = filters.wire(apiMinor: try session.engine.version().minor)
        let secrets = try session.engine.json(.listSecrets(filters: wire)).root.elements
        try view.show(secrets.sortedByName.lazy.map(row), to: session.out)
    }
}
