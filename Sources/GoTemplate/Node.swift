/// A node of a parsed template. Its position is the byte offset messages point at.
final class Node: Sendable {
    let position: Int
    let kind: Kind

    init(_ position: Int, _ kind: Kind) {
        self.position = position
        self.kind = kind
    }

    enum Kind: Sendable {
        case text([UInt8])
        /// Holds a `pipeline` node.
        case action(Node)
        case condition(Branch)
        case with(Branch)
        case range(Branch)
        case template(name: String, data: Node?)
        case leaveLoop
        case nextRound

        case pipeline(Pipeline)
        case command([Node])
        case field([String])
        case variable(name: String, fields: [String])
        case chain(Node, fields: [String])
        case function(name: String, TemplateFunction)
        case dot
        case null
        case bool(Bool)
        case number(NumberLiteral)
        case string(literal: String, [UInt8])
    }
}

/// Commands joined by `|`, and the variables their result goes to.
struct Pipeline: Sendable {
    let variables: [String]
    let isAssignment: Bool
    let commands: [Node]
}

/// An `if`, `with` or `range`: its pipeline and its two bodies.
struct Branch: Sendable {
    let pipeline: Node
    let body: [Node]
    let otherwise: [Node]
}
