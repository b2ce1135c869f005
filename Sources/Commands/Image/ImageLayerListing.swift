import EngineAPI
import Terminal

/// What `tug history` knows of a layer.
struct ImageLayerRow {
    let layer: ImageLayer
    let isTruncated: Bool
    let isHuman: Bool
    let now: Timestamp
}

extension Listing where Row == ImageLayerRow {
    static func layers(human: Bool) -> Listing {
        Listing(
            typeName: "*image.historyContext",
            columns: [
                Column("IMAGE", "ID") { $0.isTruncated ? ShortID.of($0.layer.id) : $0.layer.id },
                Column("CREATED", "CreatedSince") { $0.age },
                Column("CREATED AT", "CreatedAt") { $0.time },
                Column("CREATED BY", "CreatedBy") { $0.command },
                Column("SIZE", "Size") {
                    $0.isHuman ? HumanSize.text($0.layer.size, precision: 3) : String($0.layer.size)
                },
                Column("COMMENT", "Comment") { $0.layer.comment },
            ],
            table: ["ID", human ? "CreatedSince" : "CreatedAt", "CreatedBy", "Size", "Comment"])
    }
}

extension ImageLayerRow {
    /// 2000-01-01: builders write fixed times before it, which are no ages.
    private static let firstCredibleTime = 946_684_800

    fileprivate var time: String { Timestamp(seconds: Int64(layer.created)).rfc3339(in: .local) }

    fileprivate var age: String {
        guard isHuman else { return time }
        guard layer.created > Self.firstCredibleTime else { return "N/A" }
        return HumanDuration.text(from: Timestamp(seconds: Int64(layer.created)), to: now) + " ago"
    }

    fileprivate var command: String {
        let text = String(layer.createdBy.map { $0 == "\t" ? " " : $0 })
        return isTruncated ? ellipsis(text, columns: 45) : text
    }
}
