import CommandGrammar
import Filters

struct NetworkPrune: Action, Equatable {
    var filters = FilterList()
    var force = false

    static var command: Command {
        Command(
            "prune", "Remove networks that no container uses", NetworkPrune.self,
            flags: [
                Flag("filter", \.filters, "Keep to networks that match", completing: .filters(.networkPrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
            ])
    }

    func run(_ session: Session) throws {
        try Prune.networks.run(
            filters, force: force, warning: "this removes all custom networks that no container is in",
            showsSpace: false, session: session)
    }
}
