import JSON
import Terminal

/// What `tug system df --verbose` knows of a record of the build cache.
struct BuildCacheRow {
    let record: JSONValue
    let isTruncated: Bool
    let now: Timestamp

    /// nil for one that was never used.
    var lastUsed: Timestamp? { time("LastUsedAt") }
}

extension Listing where Row == BuildCacheRow {
    static var buildCache: Listing {
        Listing(
            typeName: "*formatter.buildCacheContext",
            columns: [
                Column("CACHE ID", "ID") { $0.id },
                Column("PARENT", "Parent") { $0.parents },
                Column("CACHE TYPE", "CacheType") { $0.record.text("Type") },
                Column("DESCRIPTION", "Description") { $0.record.text("Description") },
                Column("CREATED AT", "CreatedAt") { $0.timeText("CreatedAt") },
                Column("CREATED", "CreatedSince") { $0.age("CreatedAt") },
                Column("LAST USED AT", "LastUsedAt") { $0.timeText("LastUsedAt") },
                Column("LAST USED", "LastUsedSince") { $0.age("LastUsedAt") },
                Column("USAGE", "UsageCount") { String($0.record.integer("UsageCount")) },
                Column("SIZE", "Size") { HumanSize.text($0.record.integer("Size"), precision: 3) },
                Column("SHARED", "Shared") { String($0.record.flag("Shared")) },
                Column("IN USE", "InUse") { String($0.record.flag("InUse")) },
            ],
            table: ["ID", "CacheType", "Size", "CreatedSince", "LastUsedSince", "UsageCount", "Shared"],
            raw: """
                build_cache_id: {{.ID}}
                parent_id: {{.Parent}}
                build_cache_type: {{.CacheType}}
                description: {{.Description}}
                created_at: {{.CreatedAt}}
                created_since: {{.CreatedSince}}
                last_used_at: {{.LastUsedAt}}
                last_used_since: {{.LastUsedSince}}
                usage_count: {{.UsageCount}}
                in_use: {{.InUse}}
                shared: {{.Shared}}

                """,
            rawQuiet: "build_cache_id")
    }
}

extension BuildCacheRow {
    /// A record in use has a star behind its id.
    fileprivate var id: String { shortened(record.text("ID")) + (record.flag("InUse") ? "*" : "") }

    /// Before API 1.42 there is one at most. Since then the engine writes a space before the name of the member.
    fileprivate var parents: String {
        let one = record.text("Parent")
        let all = (one.isEmpty ? [] : [one]) + record.strings("Parents") + record.strings(" Parents")
        return all.map(shortened).joined(separator: ", ")
    }

    private func shortened(_ id: String) -> String { isTruncated ? ShortID.of(id) : id }

    fileprivate func timeText(_ key: String) -> String {
        time(key) == nil ? "" : GoTime(record.text(key)).printedText ?? ""
    }

    fileprivate func age(_ key: String) -> String {
        time(key).map { HumanDuration.text(from: $0, to: now) + " ago" } ?? ""
    }

    private func time(_ key: String) -> Timestamp? {
        let text = record.text(key)
        return text.isEmpty ? nil : try? Timestamp(date: text, in: .utc)
    }
}
