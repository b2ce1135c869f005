import CommandGrammar
import Filters

struct ContainerPrune: Action, Equatable {
    var filters = FilterList()
    var force = false

    static var command: Command {
        Command(
            "prune", "Remove every container that is stopped", ContainerPrune.self,
            flags: [
                Flag("filter", \.filters, "Keep to containers that match", completing: .filters(.containerPrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
            ])
    }

    func run(_ session: Session) throws {
        try Prune.containers.run(
            filters, force: force, warning: "this removes all stopped containers", session: session)
    }
}
