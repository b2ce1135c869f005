import JSON
import Terminal

/// What `tug config ls` knows of a config: an element of `GET /configs`.
struct ConfigRow {
    let config: JSONValue
    let now: Timestamp
}

extension Listing where Row == ConfigRow {
    static var configs: Listing {
        Listing(
            typeName: "*config.configContext",
            columns: [
                Column("ID", "ID") { $0.config.text("ID") },
                Column("NAME", "Name") { $0.config.specName },
                Column("CREATED", "CreatedAt") { $0.config.age("CreatedAt", at: $0.now) },
                Column("UPDATED", "UpdatedAt") { $0.config.age("UpdatedAt", at: $0.now) },
                Column("LABELS", "Labels") { LabelsText.of($0.config.specLabels) },
            ],
            table: ["ID", "Name", "CreatedAt", "UpdatedAt"],
            label: { $0.config.specLabels[$1] })
    }
}
