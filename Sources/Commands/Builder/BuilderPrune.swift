import CommandGrammar
import Filters

struct BuilderPrune: Action, Equatable {
    var all = false
    var filters = FilterList()
    var force = false
    var keepStorage = ByteCount()

    static var command: Command {
        Command(
            "prune", "Remove what the builder keeps", since: "1.31", BuilderPrune.self,
            flags: [
                Flag("all", short: "a", \.all, "What images still refer to as well", since: "1.39"),
                Flag(
                    "filter", \.filters, "Keep to records that match", since: "1.39",
                    completing: .filters(.builderPrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
                Flag("keep-storage", \.keepStorage, "How much cache may stay", since: "1.39"),
            ])
    }

    func run(_ session: Session) throws {
        try Prune.buildCache(all: all, keep: keepStorage.bytes).run(
            filters, force: force, warning: "this removes all \(all ? "" : "dangling ")build cache", session: session)
    }
}
