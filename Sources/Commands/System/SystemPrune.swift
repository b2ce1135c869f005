import CommandGrammar
import EngineAPI
import Filters

struct SystemPrune: Action, Equatable {
    var all = false
    var filters = FilterList()
    var force = false
    var volumes = false

    static var command: Command {
        Command(
            "prune", "Remove what is unused", SystemPrune.self, examples: ["tug system prune --filter until=240h"],
            flags: [
                Flag("all", short: "a", \.all, "Named images that no container uses too"),
                Flag("filter", \.filters, "Keep to what matches", completing: .filters(.systemPrune)),
                Flag("force", short: "f", \.force, "Do not ask first"),
                Flag("volumes", \.volumes, "Volumes too"),
            ])
    }

    func run(_ session: Session) throws {
        let filters = try session.pruneFilters(adding: filters)
        try FilterRules.systemPrune.check(filters)
        if volumes, filters.contains("until") {
            throw Failure("volumes have no age: --volumes and the filter until cannot be used together")
        }
        let steps = try steps(filters, session)
        guard try force || session.confirm(warning(steps.map(\.subject), filters)) else { return }
        var reclaimed = 0.0
        for step in steps {
            let report = try step.prune.carryOut(step.filters, session)
            try report.print(to: session.out)
            try session.out.flush()
            reclaimed += report.reclaimed
        }
        try PruneReport.print(total: reclaimed, to: session.out)
    }

    private struct Step {
        let prune: Prune
        let subject: String
        let filters: FilterList
    }

    /// Containers first: what they held is free then.
    private func steps(_ filters: FilterList, _ session: Session) throws -> [Step] {
        let version = try session.engine.version()
        var steps = [Step(prune: .containers, subject: "all stopped containers", filters: filters)]
        if version >= Prune.networks.oneByOneSince {
            steps.append(Step(prune: .networks, subject: "all networks that no container is in", filters: filters))
        }
        if volumes {
            let kind = version >= APIVersion(1, 42) ? "anonymous" : "local"
            steps.append(
                Step(prune: .volumes, subject: "all \(kind) volumes that no container uses", filters: filters))
        }
        steps.append(
            Step(
                prune: .images, subject: all ? "all images that no container uses" : "all images without a name",
                filters: Prune.imageFilters(filters, all: all)))
        let cache = Prune.buildCache(all: all)
        // The cache has no labels, and engines ignore such a filter: they would remove all of it.
        if version >= cache.since, !filters.contains("label") {
            let known = filters.removing("label!")
            if cache.rules.unsupported(known, at: version.minor).isEmpty {
                steps.append(
                    Step(prune: cache, subject: all ? "all build cache" : "unused build cache", filters: known))
            }
        }
        return steps
    }

    private func warning(_ subjects: [String], _ filters: FilterList) -> String {
        let choice = filters.keys.flatMap { key in filters.values(key).map { "\(key)=\($0)" } }
        let limits = choice.isEmpty ? [] : ["of these only what matches:"] + choice.map { "  - \($0)" }
        return (["this removes:"] + subjects.map { "  - \($0)" } + limits).joined(separator: "\n")
    }
}
