import EngineAPI
import Filters

extension Prune {
    /// Stopped containers.
    static var containers: Prune {
        Prune(
            name: "tug container prune", heading: "Deleted Containers:", rules: .containerPrune,
            since: APIVersion(1, 25),
            request: { filters, _ in .pruneContainers(filters: filters) },
            removed: { $0.strings("ContainersDeleted") },
            oneByOne: { choice, session in
                var stopped = FilterList()
                for state in ["created", "dead", "exited"] { stopped.set(key: "status", value: state) }
                var (lines, reclaimed) = ([String](), 0.0)
                let query = ContainerQuery(all: true, size: true, filters: stopped)
                // What is removed is not left to an engine's understanding of the filter.
                let isStopped = try FilterMatcher(stopped, .containers, keys: ["status"])
                for container in try query.containers(of: session.engine)
                where isStopped.matches(container.filterValues)
                    && choice.accepts(labels: container.labels, created: container.created)
                {
                    let request = Request(.delete, "containers", try PathSegment(name: container.id))
                    guard try session.removes(request) else { continue }
                    lines.append(container.id)
                    reclaimed += Double(max(0, container.sizeRw))
                }
                return (lines, reclaimed)
            }, oneByOneSince: .oldest)
    }
}
