import JSON
import Terminal

/// What `tug secret ls` knows of a secret: an element of `GET /secrets`.
struct SecretRow {
    let secret: JSONValue
    let now: Timestamp
}

extension Listing where Row == SecretRow {
    static var secrets: Listing {
        Listing(
            typeName: "*secret.secretContext",
            columns: [
                Column("ID", "ID") { $0.secret.text("ID") },
                Column("NAME", "Name") { $0.secret.specName },
                Column("DRIVER", "Driver") { $0.secret.at("Spec", "Driver")?.text("Name") ?? "" },
                Column("CREATED", "CreatedAt") { $0.secret.age("CreatedAt", at: $0.now) },
                Column("UPDATED", "UpdatedAt") { $0.secret.age("UpdatedAt", at: $0.now) },
                Column("LABELS", "Labels") { LabelsText.of($0.secret.specLabels) },
            ],
            table: ["ID", "Name", "Driver", "CreatedAt", "UpdatedAt"],
            label: { $0.secret.specLabels[$1] })
    }
}
