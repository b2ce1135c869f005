import CommandGrammar
import Filters
import JSON

struct ServiceList: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List the services of the swarm", aliases: ["list"], since: "1.24", ServiceList.self,
            examples: ["tug service ls --format '{{.Name}}: {{.Replicas}}'"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to services that match",
                    completing: .filters(.services, of: .services)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.services)),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.services.check(filters)
        let table = try ServiceTable(session, format: format, quiet: quiet)
        try table.show(try table.services(filters, .services))
    }
}
