/// Renders a compiled template over one piece of data.
struct Evaluator {
    let template: Template
    var output: [UInt8]
    private let outputLimit: Int
    /// The node that an error would point at: the last one looked at.
    var site: Node?
    /// The name of the template being rendered.
    var templateName: String
    var variables: [(name: String, value: Operand)]
    /// How many bodies and pipelines lie within each other.
    var depth = 0
    /// How many nodes were rendered.
    private var steps = 0

    /// Where calling another template ends. With what the parser allows on top, this fits a 1 MB stack.
    private static let maximumDepth = 200

    enum Flow {
        case onward, leaveLoop, nextRound
    }

    /// Renders behind what the output already holds, which this takes over.
    init(_ template: Template, _ data: TemplateValue, output: inout [UInt8]) {
        self.template = template
        self.output = []
        outputLimit = output.count + Formatter.maximumOutput
        swap(&self.output, &output)
        templateName = template.name
        variables = [("$", Operand(value: data))]
    }

    func error(_ message: String, hint: String? = nil) -> TemplateError {
        let place = site.map { site in
            let (line, column) = template.location(of: site.position)
            return
                "\(template.name):\(line):\(column): executing \(Quoting.quoted(templateName)) at <\(site.description)>"
        }
        return TemplateError(
            stage: .executing, message: "template: \(place ?? templateName): \(message)", hint: hint)
    }

    mutating func render(_ nodes: [Node], dot: Operand) throws(TemplateError) -> Flow {
        depth += 1
        defer { depth -= 1 }
        steps += 1 + nodes.count
        guard steps <= template.stepLimit else { throw error("template runs too long") }
        for node in nodes {
            let flow = try render(node, dot: dot)
            if flow != .onward { return flow }
        }
        return .onward
    }

    private mutating func render(_ node: Node, dot: Operand) throws(TemplateError) -> Flow {
        if let name = node.plainField, let value = Self.field(name, of: dot.value) {
            try append(value, at: node)
            return .onward
        }
        site = node
        switch node.kind {
        case .text(let bytes):
            output += bytes
            guard output.count <= outputLimit else { throw error(Formatter.outputTooLarge) }
        case .action(let pipeline):
            let value = try evaluate(pipeline, dot: dot)
            if !pipeline.declaresVariables { try append(value.value, at: node) }
        case .condition(let branch):
            let mark = variables.count
            let isTrue = try evaluate(branch.pipeline, dot: dot).value.isTrue
            let flow = try render(isTrue ? branch.body : branch.otherwise, dot: dot)
            forgetVariables(above: mark)
            return flow
        case .with(let branch):
            let mark = variables.count
            let value = try evaluate(branch.pipeline, dot: dot)
            let isTrue = value.value.isTrue
            let flow = try render(isTrue ? branch.body : branch.otherwise, dot: isTrue ? value : dot)
            forgetVariables(above: mark)
            return flow
        case .range(let branch): return try renderRange(branch, dot: dot)
        case .template(let name, let data): try renderTemplate(name, data, dot: dot)
        case .leaveLoop: return .leaveLoop
        case .nextRound: return .nextRound
        default: break
        }
        return .onward
    }

    mutating func forgetVariables(above mark: Int) {
        variables.removeSubrange(min(mark, variables.count)...)
    }

    /// A field that is there and needs no ceremony; for all others `path` has the rules and the errors.
    private static func field(_ name: String, of value: TemplateValue) -> TemplateValue? {
        switch value {
        case .object(let object): object.field(name)
        case .map(let map): map.keyType == "string" ? map.value(forKey: name) : nil
        default: nil
        }
    }

    private mutating func append(_ value: TemplateValue, at node: Node) throws(TemplateError) {
        var failure: String?
        switch value {
        case .string(var text): text.withUTF8 { output.append(contentsOf: $0) }
        case .null: output += Formatter.noValue.utf8
        default:
            var formatter = Formatter()
            formatter.limit = outputLimit
            swap(&formatter.output, &output)
            formatter.append(value.pointee, "v")
            swap(&formatter.output, &output)
            failure = formatter.failure
        }
        if output.count > outputLimit { failure = Formatter.outputTooLarge }
        guard let failure else { return }
        site = node
        throw error(failure)
    }

    private mutating func renderTemplate(_ name: String, _ data: Node?, dot: Operand) throws(TemplateError) {
        guard let body = template.templates[name] else {
            throw error("template \(Quoting.quoted(name)) not defined")
        }
        guard depth < Self.maximumDepth else {
            throw error(
                "exceeded maximum template depth (100000)", hint: "templates may call each other \(depth) deep here")
        }
        var value = Operand.missing
        if let data { value = try evaluate(data, dot: dot) }
        let outer = (templateName, variables)
        templateName = name
        variables = [("$", value)]
        _ = try render(body, dot: value)
        (templateName, variables) = outer
    }
}

extension Node {
    /// Whether a pipeline's result goes to variables instead of the output.
    var declaresVariables: Bool {
        if case .pipeline(let pipeline) = kind { return !pipeline.variables.isEmpty }
        return false
    }
}
