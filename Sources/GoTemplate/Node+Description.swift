extension Node {
    /// The node's source in normal form, as messages show it.
    var description: String {
        switch kind {
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        case .action(let pipeline): "{{\(pipeline.description)}}"
        case .condition(let branch): "{{if \(branch.pipeline.description)}}"
        case .with(let branch): "{{with \(branch.pipeline.description)}}"
        case .range(let branch): "{{range \(branch.pipeline.description)}}"
        case .template(let name, let data):
            "{{template \(Quoting.quoted(name))\(data.map { " " + $0.description } ?? "")}}"
        case .leaveLoop: "{{break}}"
        case .nextRound: "{{continue}}"
        case .pipeline(let pipeline): pipeline.description
        case .command(let words): words.map(\.wordDescription).joined(separator: " ")
        case .field(let path): path.map { "." + $0 }.joined()
        case .variable(let name, let path): name + path.map { "." + $0 }.joined()
        case .chain(let node, let path): node.wordDescription + path.map { "." + $0 }.joined()
        case .function(let name, _): name
        case .dot: "."
        case .null: "nil"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let number): number.text
        case .string(let literal, _): literal
        }
    }

    private var wordDescription: String {
        if case .pipeline = kind { return "(\(description))" }
        return description
    }
}
