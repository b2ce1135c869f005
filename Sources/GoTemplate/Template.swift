/// A template in Go's text/template language, compiled once and rendered any number of times.
///
/// Language: https://pkg.go.dev/text/template
public struct Template: Sendable {
    /// What a field does that a map has no key for.
    public enum MissingKey: Sendable {
        /// It prints `<no value>`.
        case noValue
        /// Rendering stops with an error, Go's `missingkey=error`.
        case error
    }

    let name: String
    let source: [UInt8]
    let templates: [String: [Node]]
    private let root: [Node]

    /// What this template does about keys that a map does not have.
    public var missingKey: MissingKey

    /// How many nodes one rendering may visit before it counts as endless.
    var stepLimit = 100_000_000

    /// Compiles a template. The name is the one its error messages carry.
    public init(
        _ source: String, name: String = "", functions: FunctionSet = .docker, missingKey: MissingKey = .noValue
    ) throws(TemplateError) {
        self.name = name
        self.missingKey = missingKey
        self.source = Array(source.utf8)
        var parser = Parser(self.source, name: name, functions: functions)
        templates = try parser.parse()
        root = templates[name] ?? []
    }

    /// Renders the template over data. What was written before an error stays in the output.
    public func render(_ data: TemplateValue, into output: inout [UInt8]) throws(TemplateError) {
        var evaluator = Evaluator(self, data, output: &output)
        defer { swap(&output, &evaluator.output) }
        _ = try evaluator.render(root, dot: Operand(value: data))
    }

    /// Whether a field of this name is read from the data itself, or from what a template or loop made its dot.
    public func mentions(field: String) -> Bool {
        templates.values.contains { $0.contains { $0.mentions(field) } }
    }

    /// The line, counted from one, and the byte in it, counted from zero.
    func location(of position: Int) -> (line: Int, column: Int) {
        let before = source[..<position]
        let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, position - start)
    }
}

extension Node {
    fileprivate func mentions(_ field: String) -> Bool {
        switch kind {
        case .field(let path): path.first == field
        case .variable(_, let path): path.first == field
        case .chain(let node, let path): path.first == field || node.mentions(field)
        case .action(let pipeline): pipeline.mentions(field)
        case .pipeline(let pipeline): pipeline.commands.contains { $0.mentions(field) }
        case .command(let words): words.contains { $0.mentions(field) }
        case .condition(let branch), .with(let branch), .range(let branch):
            branch.pipeline.mentions(field) || branch.body.contains { $0.mentions(field) }
                || branch.otherwise.contains { $0.mentions(field) }
        case .template(_, let data): data?.mentions(field) ?? false
        case .text, .leaveLoop, .nextRound, .function, .dot, .null, .bool, .number, .string: false
        }
    }
}
