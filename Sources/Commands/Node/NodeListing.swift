import GoTemplate
import JSON

/// What `tug node ls` knows of a node: an element of `GET /nodes`, and what the engine tells of its swarm.
struct NodeRow {
    let node: JSONValue
    /// `Swarm` of `GET /info`; nil where nobody asked.
    let swarm: JSONValue?
}

extension Listing where Row == NodeRow {
    static var nodes: Listing {
        Listing(
            typeName: "*node.nodeContext",
            columns: [
                Column("ID", "ID") { $0.node.text("ID") }.marked { $0.isSelf ? " *" : "  " },
                Column("", "Self", value: { .bool($0.isSelf) }),
                Column("HOSTNAME", "Hostname") { $0.node.hostname },
                Column("STATUS", "Status") { ($0.node["Status"]?.text("State") ?? "").capitalised },
                Column("AVAILABILITY", "Availability") { ($0.node["Spec"]?.text("Availability") ?? "").capitalised },
                Column("MANAGER STATUS", "ManagerStatus") { $0.managerStatus },
                Column("ENGINE VERSION", "EngineVersion") {
                    $0.node.at("Description", "Engine")?.text("EngineVersion") ?? ""
                },
                Column("TLS STATUS", "TLSStatus") { $0.trust },
            ],
            table: ["ID", "Hostname", "Status", "Availability", "ManagerStatus", "EngineVersion"],
            raw: """
                node_id: {{.ID}}
                hostname: {{.Hostname}}
                status: {{.Status}}
                availability: {{.Availability}}
                manager_status: {{.ManagerStatus}}

                """,
            rawQuiet: "node_id")
    }
}

extension JSONValue {
    var hostname: String { self["Description"]?.text("Hostname") ?? "" }
}

extension NodeRow {
    fileprivate var isSelf: Bool {
        guard let own = swarm?.text("NodeID"), !own.isEmpty else { return false }
        return node.text("ID") == own
    }

    /// Empty for a worker.
    fileprivate var managerStatus: String {
        guard let manager = node["ManagerStatus"], manager.kind == .object else { return "" }
        return manager.flag("Leader") ? "Leader" : manager.text("Reachability").capitalised
    }

    /// Whether the node's certificate is of the authority that the swarm trusts now.
    fileprivate var trust: String {
        let trusted = swarm?.at("Cluster", "TLSInfo")
        let own = node.at("Description", "TLSInfo")
        guard let trusted, let own, trusted.isTrust, own.isTrust else { return "Unknown" }
        let isSame = ["TrustRoot", "CertIssuerSubject", "CertIssuerPublicKey"].allSatisfy {
            trusted.text($0) == own.text($0)
        }
        return isSame ? "Ready" : "Needs Rotation"
    }
}

extension JSONValue {
    fileprivate var isTrust: Bool { kind == .object && !text("TrustRoot").isEmpty }
}
