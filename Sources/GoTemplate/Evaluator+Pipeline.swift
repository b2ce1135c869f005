extension Evaluator {
    /// The value of a `pipeline` node; its variables stay until the enclosing `end`.
    mutating func evaluate(_ node: Node, dot: Operand) throws(TemplateError) -> Operand {
        guard case .pipeline(let pipeline) = node.kind else { return .missing }
        site = node
        depth += 1
        defer { depth -= 1 }
        var value: Operand?
        for command in pipeline.commands {
            value = try run(command, dot: dot, final: value).unboxed
        }
        let result = value ?? .missing
        for name in pipeline.variables {
            if pipeline.isAssignment { try assign(name, result) } else { variables.append((name, result)) }
        }
        return result
    }

    mutating func assign(_ name: String, _ value: Operand) throws(TemplateError) {
        guard let index = variables.lastIndex(where: { $0.name == name }) else {
            throw error("undefined variable: \(name)")
        }
        variables[index].value = value
    }

    private mutating func run(_ command: Node, dot: Operand, final: Operand?) throws(TemplateError) -> Operand {
        guard case .command(let words) = command.kind, let first = words.first else { return .missing }
        let arguments = words.dropFirst()
        switch first.kind {
        case .field, .chain, .variable: return try path(first, arguments, final: final, dot: dot)
        case .function(let name, let function):
            site = first
            return try call(function, named: name, command, arguments, final: final, dot: dot)
        case .pipeline:
            try refuseArguments(of: first, arguments, final)
            return try evaluate(first, dot: dot)
        default:
            site = first
            try refuseArguments(of: first, arguments, final)
        }
        switch first.kind {
        case .dot: return dot
        case .null: throw error("nil is not a command")
        default: return Operand(value: try constant(first))
        }
    }

    private func refuseArguments(of node: Node, _ arguments: ArraySlice<Node>, _ final: Operand?) throws(TemplateError)
    {
        guard arguments.isEmpty, final == nil else {
            throw error("can't give argument to non-function \(node.description)")
        }
    }

    /// The value of a literal.
    func constant(_ node: Node) throws(TemplateError) -> TemplateValue {
        switch node.kind {
        case .bool(let flag): return .bool(flag)
        case .string(_, let bytes): return .text(bytes)
        case .number(let number):
            guard let value = number.constant else { throw error("\(number.text) overflows int") }
            return value
        default: return .null
        }
    }

    // MARK: Fields

    /// The value of a `field`, `variable` or `chain` node.
    mutating func path(
        _ node: Node, _ arguments: ArraySlice<Node> = [], final: Operand? = nil, dot: Operand
    ) throws(TemplateError) -> Operand {
        site = node
        var receiver: Operand
        let names: [String]
        switch node.kind {
        case .field(let path): (receiver, names) = (dot, path)
        case .variable(let name, let path):
            guard let variable = variables.last(where: { $0.name == name }) else {
                throw error("undefined variable: \(name)")
            }
            if path.isEmpty { try refuseArguments(of: node, arguments, final) }
            (receiver, names) = (variable.value, path)
        case .chain(let inner, let path):
            receiver = try argument(inner, as: .any, dot: dot)
            names = path
        default: return .missing
        }
        guard let last = names.last else { return receiver }
        for name in names.dropLast() { receiver = try field(name, of: receiver, node, dot: dot) }
        return try field(last, of: receiver, node, arguments, final: final, dot: dot)
    }

    private mutating func field(
        _ name: String, of receiver: Operand, _ node: Node, _ arguments: ArraySlice<Node> = [],
        final: Operand? = nil, dot: Operand
    ) throws(TemplateError) -> Operand {
        let hasArguments = !arguments.isEmpty || final != nil
        switch receiver.value.pointee {
        case .null:
            if receiver.isBoxed { throw error("nil pointer evaluating \(anyType).\(name)") }
            guard template.missingKey == .error else { return .missing }
            throw error("nil data; no entry for key \(Quoting.quoted(name))")
        case .object(let object):
            if let value = object.field(name) {
                if hasArguments { throw error("\(name) has arguments but cannot be invoked as function") }
                return Operand(value, elementType: value.isNull ? anyType : "")
            }
            if let parameters = object.parameters(ofMethod: name) {
                let values = try operands(for: parameters, named: name, arguments, final: final, dot: dot).map(\.value)
                return Operand(
                    value: try run(name, node) { () throws(TemplateFunction.Failure) in try object.call(name, values) })
            }
            throw unknownField(name, of: receiver, among: object.fieldNames)
        case .map(let map) where map.keyType == "string":
            if hasArguments { throw error("\(name) is not a method but has arguments") }
            if let value = map.value(forKey: name) { return Operand(value, elementType: map.elementType) }
            guard template.missingKey == .error else { return .missing }
            throw error(
                "map has no entry for key \(Quoting.quoted(name))",
                hint: Hint.forDottedKey(startingWith: name, among: map.keys) ?? suggestion(for: name, among: map.keys))
        case .nilPointer(let type): throw error("nil pointer evaluating \(type).\(name)")
        default: throw unknownField(name, of: receiver, among: [])
        }
    }

    private func unknownField(_ name: String, of receiver: Operand, among names: [String]) -> TemplateError {
        error("can't evaluate field \(name) in type \(receiver.typeName)", hint: suggestion(for: name, among: names))
    }

    private func suggestion(for name: String, among names: [String]) -> String? {
        Hint.nearest(to: name, among: names).map { "did you mean .\($0)?" }
    }
}
