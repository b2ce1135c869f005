extension Evaluator {
    mutating func renderRange(_ branch: Branch, dot: Operand) throws(TemplateError) -> Flow {
        let outer = variables.count
        defer { forgetVariables(above: outer) }
        let operand = try evaluate(branch.pipeline, dot: dot)
        let mark = variables.count
        guard case .pipeline(let pipeline) = branch.pipeline.kind else { return .onward }
        var ran = false

        /// One round; false once a `break` was met.
        func round(_ evaluator: inout Evaluator, _ index: Operand, _ element: Operand) throws(TemplateError) -> Bool {
            ran = true
            try evaluator.bind(pipeline, index, element)
            let flow = try evaluator.render(branch.body, dot: element)
            evaluator.forgetVariables(above: mark)
            return flow != .leaveLoop
        }

        switch operand.value.pointee {
        case .list(let list):
            for index in 0..<list.count {
                let element = Operand(list.element(at: index), elementType: list.elementType)
                guard try round(&self, Operand(value: .int(Int64(index))), element) else { break }
            }
        case .map(let map):
            for key in map.sortedKeys {
                let element = Operand(map.value(forKey: key) ?? .null, elementType: map.elementType)
                guard try round(&self, Operand(value: .string(key)), element) else { break }
            }
        case .int(let number):
            guard pipeline.variables.count < 2 else { throw refusal(of: operand.value) }
            for value in 0..<max(0, number) {
                let element = Operand(value: .int(value))
                guard try round(&self, element, element) else { break }
            }
        case .uint(let number, let bits):
            guard pipeline.variables.count < 2 else { throw refusal(of: operand.value) }
            for value in 0..<number {
                let element = Operand(value: .uint(value, bits: bits))
                guard try round(&self, element, element) else { break }
            }
        case .null: break
        case let value: throw error("range can't iterate over \(text(value))")
        }
        return ran ? .onward : try render(branch.otherwise, dot: dot)
    }

    private mutating func bind(_ pipeline: Pipeline, _ index: Operand, _ element: Operand) throws(TemplateError) {
        guard let first = pipeline.variables.first else { return }
        let hasTwo = pipeline.variables.count > 1
        if pipeline.isAssignment {
            try assign(first, hasTwo ? index : element)
            if let second = pipeline.variables.dropFirst().first { try assign(second, element) }
            return
        }
        variables[variables.count - 1].value = element
        if hasTwo { variables[variables.count - 2].value = index }
    }

    private func refusal(of value: TemplateValue) -> TemplateError {
        error("can't use \(text(value)) to iterate over more than one variable")
    }

    private func text(_ value: TemplateValue) -> String {
        var formatter = Formatter()
        formatter.append(value, "v")
        return String(decoding: formatter.output, as: UTF8.self)
    }
}
