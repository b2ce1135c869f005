/// Commands joined by `|`, and the variables their result goes to.
struct Pipeline: Sendable {
    let variables: [String]
    let isAssignment: Bool
    let commands: [Node]
}

extension Pipeline {
    var description: String {
        let body = commands.map(\.description).joined(separator: " | ")
        if variables.isEmpty { return body }
        return variables.joined(separator: ", ") + (isAssignment ? " = " : " := ") + body
    }
}
