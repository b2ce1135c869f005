import EngineAPI
import Filters
import JSON
import Terminal

extension Prune {
    /// Networks that people made and no container is in.
    static var networks: Prune {
        Prune(
            name: "tug network prune", heading: "Deleted Networks:", rules: .networkPrune, since: APIVersion(1, 25),
            request: { filters, _ in .pruneNetworks(filters: filters) },
            removed: { $0.strings("NetworksDeleted") },
            oneByOne: { choice, session in
                var lines: [String] = []
                for network in try session.engine.list(Request(.get, "networks"))
                where !["bridge", "host", "none", "ingress", "docker_gwbridge"].contains(network.text("Name")) {
                    let path = try PathSegment(name: network.text("Id"))
                    let details = try session.engine.json(Request(.get, "networks", path)).root
                    guard (details["Containers"]?.members.count ?? 0) == 0,
                        choice.accepts(labels: details.labels, created: details.creationSecond),
                        try session.removes(Request(.delete, "networks", path))
                    else { continue }
                    lines.append(network.text("Name"))
                }
                return (lines, 0)
            }, oneByOneSince: APIVersion(1, 21))
    }
}

extension JSONValue {
    /// The labels of a network or volume.
    var labels: [String: String] {
        var labels: [String: String] = [:]
        guard let members = self["Labels"]?.members else { return labels }
        for (key, value) in members { labels[key] = value.string ?? "" }
        return labels
    }

    /// The second of `Created`, which engines tell of networks from 1.25 on.
    fileprivate var creationSecond: Int? {
        (try? Timestamp(date: text("Created"), in: .utc)).map { Int($0.seconds) }
    }
}
