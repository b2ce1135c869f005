import JSON
import Terminal

/// One line of a swarm's `ps`: an element of `GET /tasks`.
struct TaskRow {
    let task: JSONValue
    let name: String
    let node: String
    let isTruncated: Bool
    let now: Timestamp
}

extension Listing where Row == TaskRow {
    static var tasks: Listing {
        Listing(
            typeName: "*task.taskContext",
            columns: [
                Column("ID", "ID") { $0.isTruncated ? ShortID.of($0.task.text("ID")) : $0.task.text("ID") },
                Column("NAME", "Name") { $0.name },
                Column("IMAGE", "Image") { $0.image },
                Column("NODE", "Node") { $0.node },
                Column("DESIRED STATE", "DesiredState") { $0.task.text("DesiredState").capitalised },
                Column("CURRENT STATE", "CurrentState") { $0.state },
                Column("ERROR", "Error") { $0.error },
                Column("PORTS", "Ports") { $0.ports },
            ],
            table: ["ID", "Name", "Image", "Node", "DesiredState", "CurrentState", "Error", "Ports"],
            raw: """
                id: {{.ID}}
                name: {{.Name}}
                image: {{.Image}}
                node: {{.Node}}
                desired_state: {{.DesiredState}}
                current_state: {{.CurrentState}}
                error: {{.Error}}
                ports: {{.Ports}}

                """,
            rawQuiet: "id")
    }
}

extension TaskRow {
    fileprivate var image: String {
        let image = task.at("Spec", "ContainerSpec")?.text("Image") ?? ""
        return isTruncated ? ImageReference.withoutDigest(image) : image
    }

    fileprivate var state: String {
        let status = task["Status"]
        let age = status?.age("Timestamp", at: now) ?? ""
        return (status?.text("State") ?? "").capitalised + " " + age.lowercased()
    }

    fileprivate var error: String {
        let text = task["Status"]?.text("Err") ?? ""
        if text.isEmpty { return "" }
        return "\"\(isTruncated ? ellipsis(text, columns: 30) : text)\""
    }

    /// Those that the task's own node publishes.
    fileprivate var ports: String {
        let ports = task.at("Status", "PortStatus")?.list("Ports").map { port in
            "*:\(port.integer("PublishedPort"))->\(port.integer("TargetPort"))/\(port.text("Protocol"))"
        }
        return (ports ?? []).joined(separator: ",")
    }
}
