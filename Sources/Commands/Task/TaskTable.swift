import EngineAPI
import JSON
import Terminal

/// Tasks as the three `ps` of a swarm list them: those of one place together, the newest first, with the names of
/// their services and nodes.
final class TaskTable {
    private let session: Session
    private let view: ListView<TaskRow>
    private let isTruncated: Bool
    private let resolves: Bool
    private var names: [String: String] = [:]

    /// - Parameter resolves: whether services and nodes are shown by name.
    init(_ session: Session, format: String?, quiet: Bool, isTruncated: Bool, resolves: Bool) throws {
        self.session = session
        view = try ListView(.tasks, format: format, configured: session.config.text("tasksFormat"), quiet: quiet)
        self.isTruncated = isTruncated
        self.resolves = resolves
        try view.check(on: row(JSONDocument(Array("{}".utf8)).root, name: "", node: "", isEarlier: false))
    }

    func show(_ tasks: [JSONValue]) throws {
        let named = try tasks.map { task in (task: task, name: try name(of: task)) }.sorted {
            $0.name == $1.name ? $0.task.created > $1.task.created : NaturalOrder.precedes($0.name, $1.name)
        }
        var last: String?
        var rows: [TaskRow] = []
        for (task, name) in named {
            let node = try resolve(.node, task.text("NodeID"))
            rows.append(row(task, name: name, node: node, isEarlier: name == last))
            last = name
        }
        try view.show(rows, to: session.out)
    }

    private func row(_ task: JSONValue, name: String, node: String, isEarlier: Bool) -> TaskRow {
        TaskRow(
            task: task, name: isEarlier && view.isTable ? " \\_ " + name : name, node: node, isTruncated: isTruncated,
            now: session.now)
    }

    /// `web.2`; a task of a service that runs on each node is told by its node's id.
    private func name(of task: JSONValue) throws -> String {
        let slot = task.integer("Slot")
        return try resolve(.service, task.text("ServiceID")) + "." + (slot == 0 ? task.text("NodeID") : String(slot))
    }

    /// The name, asked for once; the id where there is none any more.
    private func resolve(_ kind: ObjectKind, _ id: String) throws -> String {
        guard resolves, !id.isEmpty else { return id }
        if let known = names[id] { return known }
        var name = ""
        do {
            let object = try session.engine.json(.inspect(kind, id)).root
            name = object.specName
            if name.isEmpty, kind == .node { name = object.hostname }
        } catch is EngineError {
        } catch is NameError {
        }
        names[id] = name.isEmpty ? id : name
        return name.isEmpty ? id : name
    }
}

extension JSONValue {
    fileprivate var created: Timestamp { moment("CreatedAt") ?? .zero }
}
