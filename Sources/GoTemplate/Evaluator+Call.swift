extension Evaluator {
    /// Calls a function; `node` is what an error of the function itself points at.
    mutating func call(
        _ function: TemplateFunction, named name: String, _ node: Node, _ arguments: ArraySlice<Node>,
        final: Operand?, dot: Operand
    ) throws(TemplateError) -> Operand {
        try checkCount(function.parameters.count, function.rest, named: name, arguments, final)
        switch function.form {
        case .shortCircuit(let stop):
            var value = Operand.missing
            for argument in arguments {
                value = try self.argument(argument, as: .any, dot: dot)
                if value.value.isTrue == stop { return value }
            }
            return final ?? value
        case .call:
            let values = try operands(
                for: function.parameters, rest: function.rest, named: name, arguments, final: final, dot: dot)
            let callee = arguments.first?.description ?? final.map { text(of: $0.value) } ?? ""
            return Operand(
                value: try run(name, node) { () throws(TemplateFunction.Failure) in
                    try function.body([Operand(value: .string(callee))] + values)
                })
        case .plain:
            let values = try operands(
                for: function.parameters, rest: function.rest, named: name, arguments, final: final, dot: dot)
            return Operand(
                value: try run(name, node) { () throws(TemplateFunction.Failure) in try function.body(values) })
        }
    }

    mutating func run(
        _ name: String, _ node: Node, _ body: () throws(TemplateFunction.Failure) -> TemplateValue
    ) throws(TemplateError) -> TemplateValue {
        do throws(TemplateFunction.Failure) {
            let value = try body()
            // A function that lengthens its argument, called again and again, would otherwise fill the memory.
            if value.textLength > Formatter.maximumOutput { throw .init(Formatter.outputTooLarge) }
            return value
        } catch let failure {
            site = node
            throw error("error calling \(name): \(failure.message)")
        }
    }

    /// The evaluated arguments of a call, after checking how many there are.
    mutating func operands(
        for parameters: [TemplateFunction.Parameter], rest: TemplateFunction.Parameter? = nil, named name: String,
        _ arguments: ArraySlice<Node>, final: Operand?, dot: Operand
    ) throws(TemplateError) -> [Operand] {
        try checkCount(parameters.count, rest, named: name, arguments, final)
        func parameter(at index: Int) -> TemplateFunction.Parameter {
            index < parameters.count ? parameters[index] : rest ?? .any
        }
        var operands: [Operand] = []
        operands.reserveCapacity(arguments.count + 1)
        for node in arguments {
            operands.append(try argument(node, as: parameter(at: operands.count), dot: dot))
        }
        if let final { operands.append(try check(final, parameter(at: operands.count))) }
        return operands
    }

    private func checkCount(
        _ wanted: Int, _ rest: TemplateFunction.Parameter?, named name: String, _ arguments: ArraySlice<Node>,
        _ final: Operand?
    ) throws(TemplateError) {
        let count = arguments.count + (final == nil ? 0 : 1)
        if rest != nil {
            guard count < wanted else { return }
            throw error("wrong number of args for \(name): want at least \(wanted) got \(arguments.count)")
        }
        guard count != wanted else { return }
        throw error("wrong number of args for \(name): want \(wanted) got \(count)")
    }

    /// Evaluates an argument for a parameter.
    mutating func argument(
        _ node: Node, as parameter: TemplateFunction.Parameter, dot: Operand
    ) throws(TemplateError) -> Operand {
        site = node
        switch node.kind {
        case .dot: return try check(dot, parameter)
        case .null:
            guard case .any = parameter else { throw error("cannot assign nil to \(parameter.typeName)") }
            return .missing
        case .field, .variable, .chain: return try check(path(node, dot: dot), parameter)
        case .pipeline: return try check(evaluate(node, dot: dot), parameter)
        case .function(let name, let function):
            return try check(call(function, named: name, node, [], final: nil, dot: dot), parameter)
        default: break
        }
        switch (parameter, node.kind) {
        case (.any, _), (.string, .string): return Operand(value: try constant(node))
        case (.int, .number(let number)):
            if let int = number.int { return Operand(value: .int(int)) }
            throw error("expected integer; found \(node.description)")
        case (.string, _): throw error("expected string; found \(node.description)")
        case (.int, _): throw error("expected integer; found \(node.description)")
        }
    }

    /// Makes sure that a value fits a parameter.
    private func check(_ operand: Operand, _ parameter: TemplateFunction.Parameter) throws(TemplateError) -> Operand {
        if case .any = parameter { return operand }
        if operand.isMissing { throw error("invalid value; expected \(parameter.typeName)") }
        var value = operand.value
        if case .pointer(let inner) = value { value = inner }
        switch (parameter, value) {
        case (.string, .string), (.string, .bytes), (.int, .int): return Operand(value: value)
        case (_, .nilPointer("*" + parameter.typeName)):
            throw error("dereference of nil pointer of type \(parameter.typeName)")
        case (_, .null): throw error("wrong type for value; expected \(parameter.typeName); got \(anyType)")
        default:
            throw error("wrong type for value; expected \(parameter.typeName); got \(operand.value.typeName)")
        }
    }

    /// What Go's `reflect.Value.String` gives: strings as they are, all else by type.
    private func text(of value: TemplateValue) -> String {
        if let bytes = value.textBytes { return String(decoding: bytes, as: UTF8.self) }
        return value.isNull ? "<invalid Value>" : "<\(value.typeName) Value>"
    }
}

extension TemplateFunction.Parameter {
    fileprivate var typeName: String {
        switch self {
        case .any: anyType
        case .string: "string"
        case .int: "int"
        }
    }
}
