import EngineAPI
import GoTemplate
import JSON
import Terminal

/// What `tug system df --verbose` shows: four lists.
struct DiskUsageDetails {
    let usage: DiskUsage
    let isTruncated: Bool
    let now: Timestamp

    /// The template of a format that is not a table; nil for a table.
    static func template(_ format: String?) throws -> Template? {
        guard let format, !format.isEmpty, !format.hasPrefix("table") else { return nil }
        switch format {
        case "json": return try .compile("{{json .}}")
        case "raw": return try .compile(raw)
        default: return try .compile(format)
        }
    }

    /// Without a newline at the end, as docker's.
    func show(_ template: Template, to out: Output) throws {
        var bytes: [UInt8] = []
        do {
            try template.render(.object(object), into: &bytes)
        } catch {
            throw Failure(template: error)
        }
        try out.write(bytes)
    }

    func showTables(to out: Output) throws {
        try out.writeLine("Images space usage:\n")
        try ListView(
            .images(digests: false), format: nil,
            table: ["Repository", "Tag", "ID", "CreatedSince", "Size", "SharedSize", "UniqueSize", "Containers"]
        ).show(images, to: out)
        try out.writeLine("\nContainers space usage:\n")
        try ListView(
            .containers, format: nil,
            table: ["ID", "Image", "Command", "LocalVolumes", "Size", "RunningFor", "Status", "Names"]
        ).show(containers, to: out)
        try out.writeLine("\nLocal Volumes space usage:\n")
        try ListView(.volumes, format: nil, table: ["Name", "Links", "Size"]).show(usage.volumes.items, to: out)
        try out.writeLine("\nBuild cache usage: \(HumanSize.text(usage.buildCache.size))\n")
        try ListView(.buildCache, format: nil).show(buildCache, to: out)
    }

    private var object: SimpleObject {
        SimpleObject(
            "*formatter.diskUsageContext",
            [
                ("Images", list(.images(digests: false), images)), ("Containers", list(.containers, containers)),
                ("Volumes", list(.volumes, usage.volumes.items)), ("BuildCache", list(.buildCache, buildCache)),
            ])
    }

    private func list<Row>(_ listing: Listing<Row>, _ rows: [Row]) -> TemplateValue {
        .list(
            ArrayList(
                rows.map { .object(listing.object($0)) }, elementType: listing.typeName))
    }

    /// Only the first name of an image.
    private var images: [ImageRow] {
        usage.images.items.map(ImageSummary.init).map { image in
            // Podman lists tags alone, without the repository.
            let first = image.tags.first.map { ImageReference($0) }.flatMap { $0.tag == nil ? nil : $0 }
            return ImageRow(
                image: image, repository: first?.familiarName ?? "<none>", tag: first?.tag ?? "<none>", digest: "",
                isTruncated: isTruncated, now: now)
        }
    }

    private var containers: [ContainerRow] {
        usage.containers.items.map {
            ContainerRow(
                container: ContainerSummary($0), isTruncated: isTruncated, now: now, showsVirtualSize: false)
        }
    }

    /// What was used longest ago first.
    private var buildCache: [BuildCacheRow] {
        usage.buildCache.items.map { BuildCacheRow(record: $0, isTruncated: isTruncated, now: now) }.sorted {
            let (left, right) = ($0.lastUsed ?? .zero, $1.lastUsed ?? .zero)
            return left == right ? $0.record.text("ID") < $1.record.text("ID") : left < right
        }
    }

    private static var raw: String {
        let parts = [
            ("Images", "Image", Listing.images(digests: true).raw, ""),
            ("Containers", "Container", Listing.containers.raw, "size: {{.Size}}\n"),
            ("Volumes", "Volume", Listing.volumes.raw, ""),
            ("BuildCache", "Build Cache", Listing.buildCache.raw, ""),
        ]
        return parts.map { list, type, raw, more in "{{range .\(list)}}type: \(type)\n\(raw ?? "")\(more)\n{{end}}" }
            .joined()
    }
}
