import EngineAPI
import Filters

extension Prune {
    /// Volumes that no container uses: from API 1.42 on only those without a name, unless `all` is among the
    /// filters.
    static var volumes: Prune {
        Prune(
            name: "tug volume prune", heading: "Deleted Volumes:", rules: .volumePrune, since: APIVersion(1, 25),
            request: { filters, _ in .pruneVolumes(filters: filters) },
            removed: { $0.strings("VolumesDeleted") },
            oneByOne: { choice, session in
                var dangling = FilterList()
                dangling.set(key: "dangling", value: "true")
                let wire = dangling.wire(apiMinor: try session.engine.version().minor)
                var lines: [String] = []
                for volume in try session.engine.json(Request(.get, "volumes").adding("filters", wire)).root.list(
                    "Volumes")
                where choice.accepts(labels: volume.labels, created: nil) {
                    let name = volume.text("Name")
                    if try session.removes(Request(.delete, "volumes", PathSegment(name: name))) { lines.append(name) }
                }
                return (lines, 0)
            }, oneByOneSince: APIVersion(1, 21))
    }
}
