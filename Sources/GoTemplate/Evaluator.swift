/// Renders a compiled template over one piece of data.
struct Evaluator {
    let template: Template
    var output: [UInt8] = []
    /// The node that an error would point at: the last one looked at.
    var site: Node?
    /// The name of the template being rendered.
    var templateName: String
    var variables: [(name: String, value: Operand)]
    private var depth = 0
    private var steps = 0

    /// Pipelines and templates within each other; with what the parser allows on top, this fits a 1 MB stack.
    private static let maximumDepth = 100
    /// Nodes rendered for one piece of data.
    private static let maximumSteps = 100_000_000

    enum Flow {
        case onward, leaveLoop, nextRound
    }

    init(_ template: Template, _ data: TemplateValue) {
        self.template = template
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
        for node in nodes {
            let flow = try render(node, dot: dot)
            if flow != .onward { return flow }
        }
        return .onward
    }

    private mutating func render(_ node: Node, dot: Operand) throws(TemplateError) -> Flow {
        site = node
        steps += 1
        guard steps <= Self.maximumSteps else { throw error("template runs too long") }
        switch node.kind {
        case .text(let bytes):
            output += bytes
            guard output.count <= Formatter.maximumOutput else { throw error(Formatter.outputTooLarge) }
        case .action(let pipeline):
            let value = try evaluate(pipeline, dot: dot)
            if !pipeline.declaresVariables { try append(value, at: node) }
        case .condition(let branch):
            let mark = variables.count
            let isTrue = try evaluate(branch.pipeline, dot: dot).value.isTrue
            let flow = try render(isTrue ? branch.body : branch.otherwise, dot: dot)
            variables.removeLast(variables.count - mark)
            return flow
        case .with(let branch):
            let mark = variables.count
            let value = try evaluate(branch.pipeline, dot: dot)
            let isTrue = value.value.isTrue
            let flow = try render(isTrue ? branch.body : branch.otherwise, dot: isTrue ? value : dot)
            variables.removeLast(variables.count - mark)
            return flow
        case .range(let branch): return try renderRange(branch, dot: dot)
        case .template(let name, let data): try renderTemplate(name, data, dot: dot)
        case .leaveLoop: return .leaveLoop
        case .nextRound: return .nextRound
        default: break
        }
        return .onward
    }

    private mutating func append(_ operand: Operand, at node: Node) throws(TemplateError) {
        site = node
        switch operand.value {
        case .string(let text): output += text.utf8
        case .null: output += Formatter.noValue.utf8
        case let value:
            var formatter = Formatter()
            swap(&formatter.output, &output)
            formatter.append(value.pointee, "v")
            swap(&formatter.output, &output)
            if let failure = formatter.failure { throw error(failure) }
        }
        guard output.count <= Formatter.maximumOutput else { throw error(Formatter.outputTooLarge) }
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
        depth += 1
        _ = try render(body, dot: value)
        depth -= 1
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
