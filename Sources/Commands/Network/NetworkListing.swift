import JSON

/// What `tug network ls` knows of a network: an element of `GET /networks`.
struct NetworkRow {
    let network: JSONValue
    let isTruncated: Bool
}

extension Listing where Row == NetworkRow {
    static var networks: Listing {
        Listing(
            typeName: "*network.networkContext",
            columns: [
                Column("NETWORK ID", "ID") {
                    $0.isTruncated ? ShortID.of($0.network.text("Id")) : $0.network.text("Id")
                },
                Column("NAME", "Name") { $0.network.text("Name") },
                Column("DRIVER", "Driver") { $0.network.text("Driver") },
                Column("SCOPE", "Scope") { $0.network.text("Scope") },
                Column("IPV4", "IPv4") { $0.switchText("EnableIPv4") },
                Column("IPV6", "IPv6") { $0.switchText("EnableIPv6") },
                Column("INTERNAL", "Internal") { $0.switchText("Internal") },
                Column("LABELS", "Labels") { LabelsText.of($0.network.labels) },
                Column("CREATED AT", "CreatedAt") { $0.created },
            ],
            table: ["ID", "Name", "Driver", "Scope"],
            raw: """
                network_id: {{.ID}}
                name: {{.Name}}
                driver: {{.Driver}}
                scope: {{.Scope}}

                """,
            rawQuiet: "network_id",
            label: { $0.network.labels[$1] })
    }
}

extension NetworkRow {
    /// What an old engine does not tell is empty, not false.
    fileprivate func switchText(_ key: String) -> String { network[key]?.bool.map { String($0) } ?? "" }

    fileprivate var created: String {
        let text = network.text("Created")
        return text.isEmpty ? "" : GoTime(text).printedText ?? text
    }
}
