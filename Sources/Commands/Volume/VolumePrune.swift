import CommandGrammar
import EngineAPI
import Filters

struct VolumePrune: Action, Equatable {
    var all = false
    var filters = FilterList()
    var force = false

    static var command: Command {
        Command(
            "prune", "Remove volumes that no container uses", VolumePrune.self,
            flags: [
                Flag("all", short: "a", \.all, "Named ones too", since: "1.42"),
                Flag("filter", \.filters, "Keep to volumes that match", completing: .filters(.volumePrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
            ])
    }

    func run(_ session: Session) throws {
        if all, filters.contains("all") { throw Failure("--all and --filter all= say the same: give one of them") }
        var wanted = filters
        if all { wanted.set(key: "all", value: "true") }
        try FilterRules.volumePrune.check(wanted)
        let asksToSpare = wanted.values("all").contains { $0 == "false" || $0 == "0" }
        let canSpare = try session.engine.version() >= APIVersion(1, 42)
        if !canSpare {
            if asksToSpare { try session.require(APIVersion(1, 42), for: "the filter all=false") }
            wanted = wanted.removing("all")
        }
        let sparesNamed = canSpare && (asksToSpare || !wanted.contains("all"))
        try Prune.volumes.run(
            wanted, force: force,
            warning: "this removes all \(sparesNamed ? "anonymous" : "local") volumes that no container uses",
            session: session)
    }
}
