import JSON
import Terminal

/// The row is an element of `GET /volumes`, or a volume of `GET /system/df`, which tells its use.
extension Listing where Row == JSONValue {
    static var volumes: Listing {
        Listing(
            typeName: "*formatter.volumeContext",
            columns: [
                Column("DRIVER", "Driver") { $0.text("Driver") },
                Column("VOLUME NAME", "Name") { $0.text("Name") },
                Column("SCOPE", "Scope") { $0.text("Scope") },
                Column("MOUNTPOINT", "Mountpoint") { $0.text("Mountpoint") },
                Column("LABELS", "Labels") { LabelsText.of($0.labels) },
                Column("LINKS", "Links") { $0["UsageData"].map { String($0.integer("RefCount")) } ?? unknown },
                Column("SIZE", "Size") { $0["UsageData"].map { HumanSize.text($0.integer("Size")) } ?? unknown },
                Column("GROUP", "Group") { $0["ClusterVolume"]?.at("Spec")?.text("Group") ?? unknown },
                Column("AVAILABILITY", "Availability") {
                    $0["ClusterVolume"]?.at("Spec")?.text("Availability") ?? unknown
                },
                Column("STATUS", "Status") { $0["ClusterVolume"].map(clusterStatus) ?? unknown },
            ],
            table: ["Driver", "Name"],
            quiet: "Name",
            raw: """
                name: {{.Name}}
                driver: {{.Driver}}

                """,
            rawQuiet: "name",
            label: { $0.labels[$1] })
    }

    private static var unknown: String { "N/A" }

    private static func clusterStatus(_ volume: JSONValue) -> String {
        if (volume.at("Info")?.text("VolumeID") ?? "").isEmpty { return "pending creation" }
        let nodes = volume.list("PublishStatus").count
        return nodes == 0 ? "created" : "in use (\(nodes) node\(nodes == 1 ? "" : "s"))"
    }
}
