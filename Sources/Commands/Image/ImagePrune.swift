import CommandGrammar
import Filters

struct ImagePrune: Action, Equatable {
    var all = false
    var filters = FilterList()
    var force = false

    static var command: Command {
        Command(
            "prune", "Remove images that nothing needs", ImagePrune.self,
            examples: ["tug image prune -a --filter until=240h"],
            flags: [
                Flag("all", short: "a", \.all, "Named ones that no container uses too"),
                Flag("filter", \.filters, "Keep to images that match", completing: .filters(.imagePrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
            ])
    }

    func run(_ session: Session) throws {
        let warning = all ? "this removes all images that no container uses" : "this removes all images without a name"
        try Prune.images.run(
            Prune.imageFilters(filters, all: all), force: force, warning: warning, session: session)
    }
}
