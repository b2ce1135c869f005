import CommandGrammar
import Filters

struct StackServices: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var quiet = false
    var stack = ""

    static var command: Command {
        Command(
            "services", "List the services of a stack", since: "1.25", StackServices.self,
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to services that match",
                    completing: .filters(.stackServices, of: .services)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.services)),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ],
            arguments: [Argument("STACK", \.stack)])
    }

    func run(_ session: Session) throws {
        try FilterRules.stackServices.check(filters)
        let table = try ServiceTable(session, format: format, quiet: quiet)
        let services = try table.services(StackLabel.adding(stack, to: filters), .stackServices)
        if services.isEmpty { return session.say("Nothing found in stack: \(stack)") }
        try table.show(services)
    }
}
