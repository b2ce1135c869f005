import CommandGrammar
import Filters

struct StackTasks: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var noResolve = false
    var noTrunc = false
    var quiet = false
    var stack = ""

    static var command: Command {
        Command(
            "ps", "List the tasks of a stack", since: "1.25", StackTasks.self,
            flags: [
                Flag("filter", short: "f", \.filters, "Keep to tasks that match", completing: .filters(.stackTasks)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.tasks)),
                Flag("no-resolve", \.noResolve, "Show services and nodes by id"),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ],
            arguments: [Argument("STACK", \.stack)])
    }

    func run(_ session: Session) throws {
        try FilterRules.stackTasks.check(filters)
        let table = try TaskTable(session, format: format, quiet: quiet, isTruncated: !noTrunc, resolves: !noResolve)
        let tasks = try session.tasks(StackLabel.adding(stack, to: filters))
        if tasks.isEmpty { throw Failure("nothing found in stack: \(stack)") }
        try table.show(tasks)
    }
}
