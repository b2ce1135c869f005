import CommandGrammar
import EngineAPI
import Filters
import JSON

struct NodeTasks: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var noResolve = false
    var noTrunc = false
    var quiet = false
    var nodes: [String] = []

    static var command: Command {
        Command(
            "ps", "List the tasks that nodes have", since: "1.24", NodeTasks.self,
            examples: ["tug node ps --filter desired-state=running self"],
            flags: [
                Flag(
                    "filter", short: "f", \.filters, "Keep to tasks that match", completing: .filters(.nodeTasks)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.tasks)),
                Flag("no-resolve", \.noResolve, "Show services and nodes by id"),
                Flag("no-trunc", \.noTrunc, "Show long values whole"),
                Flag("quiet", short: "q", \.quiet, "Only ids"),
            ],
            arguments: [
                Argument("NODE", all: \.nodes) { _ in .either([.words([.selfNode]), .names(.nodes)]) }
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.nodeTasks.check(filters)
        let table = try TaskTable(session, format: format, quiet: quiet, isTruncated: !noTrunc, resolves: !noResolve)
        var errors: [any Error] = []
        var tasks: [JSONValue] = []
        for name in nodes.isEmpty ? ["self"] : nodes {
            do {
                let node = try session.engine.json(.inspect(.node, try session.nodeReference(name))).root
                var wanted = filters
                wanted.set(key: "node", value: node.text("ID"))
                tasks += try session.tasks(wanted)
            } catch let error where error is EngineError || error is NameError {
                errors.append(error)
            }
        }
        if errors.isEmpty || !tasks.isEmpty { try table.show(tasks) }
        try session.out.flush()
        for error in errors { Verdict(error).line.map(session.say) }
        if !errors.isEmpty { throw ExitStatus(code: 1) }
    }
}
