import CommandGrammar
import EngineAPI
import Filters
import JSON

struct VolumeList: Action, Equatable {
    var cluster = false
    var filters = FilterList()
    var format: String?
    var quiet = false

    static var command: Command {
        Command(
            "ls", "List volumes", aliases: ["list"], since: "1.21", VolumeList.self,
            examples: ["tug volume ls --filter dangling=true"],
            flags: [
                Flag("cluster", \.cluster, "Only volumes of the whole swarm, with their state", since: "1.42"),
                Flag(
                    "filter", short: "f", \.filters, "Keep to volumes that match",
                    completing: .filters(.volumes, of: .volumes)),
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.volumes)),
                Flag("quiet", short: "q", \.quiet, "Only names"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.volumes.check(filters)
        let view = try view(session)
        try view.check(on: JSONDocument(Array("{}".utf8)).root)
        let volumes = try volumes(session).filter { !cluster || $0["ClusterVolume"]?.kind == .object }
        try view.show(volumes.sorted { NaturalOrder.precedes($0.text("Name"), $1.text("Name")) }, to: session.out)
    }

    private func view(_ session: Session) throws -> ListView<JSONValue> {
        if cluster {
            return try ListView(
                .volumes, format: nil, quiet: quiet, table: ["Name", "Group", "Driver", "Availability", "Status"])
        }
        return try ListView(
            .volumes, format: format, configured: session.config.text("volumesFormat"), quiet: quiet)
    }

    /// Filters that the engine is too old for are applied here: it would ignore them.
    private func volumes(_ session: Session) throws -> [JSONValue] {
        let minor = try session.engine.version().minor
        let local = FilterRules.volumes.unsupported(filters, at: minor)
        let wire = filters.removing(local).wire(apiMinor: minor)
        let answer = try session.engine.json(.listVolumes(filters: wire)).root
        for warning in answer.strings("Warnings") { session.warn(warning) }
        let matcher = try FilterMatcher(filters, .volumes, keys: local)
        return answer.list("Volumes").filter { volume in
            matcher.matches { key in
                switch key {
                case "driver": [volume.text("Driver")]
                case "label": volume.labels.map { "\($0)=\($1)" }
                case "name": [volume.text("Name")]
                default: []
                }
            }
        }
    }
}
