import Configuration
import GoTemplate
import Terminal

/// One line of `tug context ls`.
struct ContextRow {
    let name: String
    let description: String
    let host: String
    let isCurrent: Bool
    /// Why the context cannot be used; empty where nothing is wrong.
    let error: String

    init(context: StoredContext, isCurrent: Bool, error: String) {
        name = context.name
        description = context.description
        host = context.host
        self.isCurrent = isCurrent
        self.error = error
    }

    /// The current context, where it is not stored.
    init(missing name: String, error: String) {
        self.name = name
        description = ""
        host = ""
        isCurrent = true
        self.error = error
    }
}

extension Listing where Row == ContextRow {
    static var contexts: Listing {
        Listing(
            typeName: "*formatter.clientContextContext",
            columns: [
                Column("NAME", "Name") { $0.name }.marked { $0.isCurrent ? " *" : "" },
                Column(nil, "Current", value: { .bool($0.isCurrent) }),
                Column("DESCRIPTION", "Description") { $0.description },
                Column("DOCKER ENDPOINT", "DockerEndpoint") { $0.host },
                Column("ERROR", "Error") { ellipsis($0.error, columns: 45) },
            ],
            table: ["Name", "Description", "DockerEndpoint", "Error"], quiet: "Name")
    }
}
