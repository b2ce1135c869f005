/// A node of a parsed template. Its position is the byte offset messages point at.
final class Node: Sendable {
    let position: Int
    let kind: Kind
    /// The name in an action like `{{.Name}}`, which rendering takes a short way for.
    let plainField: String?

    init(_ position: Int, _ kind: Kind) {
        self.position = position
        self.kind = kind
        plainField = Self.plainField(of: kind)
    }

    private static func plainField(of kind: Kind) -> String? {
        guard case .action(let node) = kind, case .pipeline(let pipeline) = node.kind, pipeline.variables.isEmpty,
            pipeline.commands.count == 1, case .command(let words) = pipeline.commands[0].kind, words.count == 1,
            case .field(let path) = words[0].kind, path.count == 1
        else { return nil }
        return path[0]
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
