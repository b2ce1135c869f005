import CommandGrammar
import Configuration

struct ContextList: Action, Equatable {
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List the contexts that are stored", aliases: ["list"], ContextList.self,
            flags: [
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.contexts)),
                Flag("quiet", short: "q", \.quiet, "Only names"),
            ])
    }

    func run(_ session: Session) throws {
        // Here quiet beats a format.
        let view = try ListView(.contexts, format: quiet ? nil : format, quiet: quiet)
        let current = session.contextName
        var rows = ([session.defaultContext] + session.folder.contexts).map {
            ContextRow(context: $0, isCurrent: $0.name == current, error: "")
        }
        if !rows.contains(where: \.isCurrent) {
            let error = ContextError(name: current, problem: .unknown)
            rows.append(ContextRow(missing: current, error: "\(error)"))
        }
        try view.show(rows.sorted { NaturalOrder.precedes($0.name, $1.name) }, to: session.out)
        if session.environment.nonEmpty("DOCKER_HOST") != nil, session.options.context == nil {
            try session.out.flush()
            session.warn("DOCKER_HOST overrides the current context; unset it, or choose one with --context")
        }
    }
}
