import EngineAPI
import Filters
import GoTemplate
import Terminal

/// What `tug ps` knows of a container.
struct ContainerRow {
    let container: ContainerSummary
    let isTruncated: Bool
    let now: Timestamp
    /// Whether the size is told with its image's behind it.
    var showsVirtualSize = true
}

extension Listing where Row == ContainerRow {
    static var containers: Listing {
        Listing(
            typeName: "*formatter.ContainerContext",
            columns: [
                Column("CONTAINER ID", "ID") { $0.id },
                Column("NAMES", "Names") { $0.names },
                Column("IMAGE", "Image") { $0.image },
                Column("COMMAND", "Command") { $0.command },
                Column("CREATED AT", "CreatedAt") { Timestamp(seconds: Int64($0.container.created)).zonedText() },
                Column("CREATED", "RunningFor") { $0.age },
                Column("PORTS", "Ports") { PortsText.of($0.container.ports) },
                Column("STATE", "State") { $0.container.stateWord },
                Column("STATUS", "Status") { $0.container.status },
                Column("SIZE", "Size") { $0.size },
                Column("LABELS", "Labels") { LabelsText.of($0.container.labels) },
                Column("MOUNTS", "Mounts") { $0.mounts },
                Column("LOCAL VOLUMES", "LocalVolumes") { $0.localVolumes },
                Column("NETWORKS", "Networks") { $0.container.networks.joined(separator: ",") },
                Column("PLATFORM", "Platform", value: { $0.platform }),
                Column("HEALTH STATUS", "HealthStatus") { $0.container.healthState.rawValue },
            ],
            table: ["ID", "Image", "Command", "RunningFor", "Status", "Ports", "Names"],
            raw: """
                container_id: {{.ID}}
                image: {{.Image}}
                command: {{.Command}}
                created_at: {{.CreatedAt}}
                state: {{- if .State}} {{.State}}{{end}}
                status: {{- if .Status}} {{.Status}}{{end}}
                names: {{.Names}}
                labels: {{- if .Labels}} {{.Labels}}{{end}}
                ports: {{- if .Ports}} {{.Ports}}{{end}}

                """,
            rawQuiet: "container_id",
            label: { $0.container.label($1) })
    }
}

extension ContainerSummary {
    /// The engine's word from API 1.52 on, else what the status text tells.
    var healthState: HealthState {
        health.flatMap(HealthState.init(rawValue:)) ?? HealthState(statusText: status)
    }
}

extension ContainerRow {
    fileprivate var id: String { isTruncated ? ShortID.of(container.id) : container.id }

    fileprivate var age: String {
        HumanDuration.text(from: Timestamp(seconds: Int64(container.created)), to: now) + " ago"
    }

    /// A container has one name without an inner slash; the others are links' names.
    fileprivate var names: String {
        let slash = UInt8(ascii: "/")
        let names = container.names.lazy.map {
            $0.utf8.first == slash ? String(decoding: $0.utf8.dropFirst(), as: UTF8.self) : $0
        }
        guard isTruncated else { return names.joined(separator: ",") }
        return names.first { !$0.utf8.contains(slash) } ?? ""
    }

    fileprivate var image: String {
        let image = container.image
        if image.isEmpty { return "<no image>" }
        guard isTruncated else { return image }
        let short = ShortID.of(image)
        if short.utf8.count == ShortID.length, short == ShortID.of(container.imageID) { return short }
        return ImageReference(image).familiarWithoutDigest
    }

    fileprivate var command: String {
        GoQuote.of(isTruncated ? ellipsis(container.command, columns: 20) : container.command)
    }

    fileprivate var size: String {
        let text = HumanSize.text(container.sizeRw, precision: 3)
        return showsVirtualSize && container.sizeRootFs > 0
            ? "\(text) (virtual \(HumanSize.text(container.sizeRootFs, precision: 3)))" : text
    }

    fileprivate var mounts: String {
        container.mounts.map { mount in
            let name = mount.text("Name").isEmpty ? mount.text("Source") : mount.text("Name")
            return isTruncated ? ellipsis(name, columns: 15) : name
        }.joined(separator: ",")
    }

    fileprivate var localVolumes: String { String(container.mounts.count { $0.text("Driver") == "local" }) }

    fileprivate var platform: TemplateValue {
        guard let platform = container.platform else { return .nilPointer(PlatformObject.pointerType) }
        return .object(PlatformObject(json: platform))
    }
}
