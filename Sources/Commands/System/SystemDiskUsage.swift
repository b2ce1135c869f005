import CommandGrammar
import EngineAPI
import Terminal

struct SystemDiskUsage: Action, Equatable {
    var format: String?
    var verbose = false

    static var command: Command {
        Command(
            "df", "Show what takes up the engine's disk", since: "1.25", SystemDiskUsage.self,
            flags: [
                Flag(
                    "format", \.format, "How to print: table, json, raw or a Go template",
                    completing: .format(Listing.diskUsage)),
                Flag("verbose", short: "v", \.verbose, "Each image, container, volume and build step"),
            ])
    }

    func run(_ session: Session) throws {
        let view = try ListView(.diskUsage, format: format)
        let template = try verbose ? DiskUsageDetails.template(format) : nil
        if !verbose { try view.check(on: DiskUsageRow(kind: "", part: DiskUsage.Part())) }
        let asksVerbose = try verbose && session.engine.version() >= APIVersion(1, 52)
        let usage = DiskUsage(try session.engine.json(.diskUsage(verbose: asksVerbose)).root)
        if !verbose { return try view.show(DiskUsageRow.rows(of: usage), to: session.out) }
        let details = DiskUsageDetails(usage: usage, isTruncated: template == nil, now: session.now)
        if let template { try details.show(template, to: session.out) } else { try details.showTables(to: session.out) }
    }
}

/// One line of `tug system df`.
struct DiskUsageRow {
    let kind: String
    let part: DiskUsage.Part
    /// Whether the reclaimable part is told in percent too.
    var hasPercentage = true

    static func rows(of usage: DiskUsage) -> [DiskUsageRow] {
        [
            DiskUsageRow(kind: "Images", part: usage.images),
            DiskUsageRow(kind: "Containers", part: usage.containers),
            DiskUsageRow(kind: "Local Volumes", part: usage.volumes),
            DiskUsageRow(kind: "Build Cache", part: usage.buildCache, hasPercentage: false),
        ]
    }
}

extension Listing where Row == DiskUsageRow {
    static var diskUsage: Listing {
        Listing(
            typeName: "*formatter.diskUsageImagesContext",
            columns: [
                Column("TYPE", "Type") { $0.kind },
                Column("TOTAL", "TotalCount") { String($0.part.total) },
                Column("ACTIVE", "Active") { String($0.part.active) },
                Column("SIZE", "Size") { HumanSize.text($0.part.size) },
                Column("RECLAIMABLE", "Reclaimable") { $0.reclaimable },
            ],
            table: ["Type", "TotalCount", "Active", "Size", "Reclaimable"], quiet: "Type",
            raw: """
                type: {{.Type}}
                total: {{.TotalCount}}
                active: {{.Active}}
                size: {{.Size}}
                reclaimable: {{.Reclaimable}}

                """)
    }
}

extension DiskUsageRow {
    fileprivate var reclaimable: String {
        let text = HumanSize.text(part.reclaimable)
        let percent = part.reclaimable * 100 / part.size
        guard hasPercentage, part.size > 0, percent.isFinite, abs(percent) < 1e6 else { return text }
        return "\(text) (\(Int(percent))%)"
    }
}
