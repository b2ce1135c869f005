extension FunctionSet {
    /// Go's functions: https://pkg.go.dev/text/template#hdr-Functions
    static let builtins: [String: TemplateFunction] = [
        "and": logic(stopsAt: false),
        "or": logic(stopsAt: true),
        "not": .init([.any], rest: nil) { .bool(!$0[0].value.isTrue) },
        "call": .init([.any], rest: .any, form: .call) { operands throws(TemplateFunction.Failure) in
            throw call(operands)
        },
        "len": .init([.any], rest: nil) { operands throws(TemplateFunction.Failure) in
            try Indexing.length(operands[0])
        },
        "index": .init([.any], rest: .any) { operands throws(TemplateFunction.Failure) in
            try Indexing.index(operands[0].value, operands.dropFirst().map(\.value))
        },
        "slice": .init([.any], rest: .any) { operands throws(TemplateFunction.Failure) in
            try Indexing.slice(operands[0].value, operands.dropFirst().map(\.value))
        },
        "print": .init([], rest: .any) { operands throws(TemplateFunction.Failure) in
            try Formatter.text { $0.print(operands.map(\.value)) }
        },
        "println": .init([], rest: .any) { operands throws(TemplateFunction.Failure) in
            try Formatter.text { $0.printLine(operands.map(\.value)) }
        },
        "printf": .init([.string], rest: .any) { operands throws(TemplateFunction.Failure) in
            let format = operands[0].value.textBytes ?? []
            return try Formatter.text { $0.print(format: format, operands.dropFirst().map(\.value)) }
        },
        "html": escaping(Escaping.html),
        "js": escaping(Escaping.script),
        "urlquery": escaping(Escaping.query),
        "eq": .init([.any], rest: .any) { operands throws(TemplateFunction.Failure) in
            .bool(try Comparison.isEqual(operands[0].value, toAnyOf: operands.dropFirst().map(\.value)))
        },
        "ne": comparison { left, right throws(TemplateFunction.Failure) in
            try !Comparison.isEqual(left, toAnyOf: [right])
        },
        "lt": comparison(Comparison.isLess),
        "le": comparison(Comparison.isLessOrEqual),
        "gt": comparison { left, right throws(TemplateFunction.Failure) in
            try !Comparison.isLessOrEqual(left, right)
        },
        "ge": comparison { left, right throws(TemplateFunction.Failure) in
            try !Comparison.isLess(left, right)
        },
    ]

    private static func logic(stopsAt: Bool) -> TemplateFunction {
        TemplateFunction([.any], rest: .any, form: .shortCircuit(stopsAt: stopsAt)) { $0.last?.value ?? .null }
    }

    private static func comparison(
        _ compare: @escaping @Sendable (TemplateValue, TemplateValue) throws(TemplateFunction.Failure) -> Bool
    ) -> TemplateFunction {
        TemplateFunction([.any, .any], rest: nil) { operands throws(TemplateFunction.Failure) in
            .bool(try compare(operands[0].value, operands[1].value))
        }
    }

    /// A function over the text its arguments print as.
    private static func escaping(_ escape: @escaping @Sendable ([UInt8]) -> [UInt8]) -> TemplateFunction {
        TemplateFunction([], rest: .any) { operands throws(TemplateFunction.Failure) in
            if operands.count == 1, let bytes = operands[0].value.textBytes { return .text(escape(bytes)) }
            let values = operands.map { $0.value.isNull ? .string(Formatter.noValue) : $0.value.pointee }
            let text = try Formatter.text { $0.print(values) }
            return .text(escape(text.textBytes ?? []))
        }
    }

    /// No data holds a function, so that `call` always fails.
    private static func call(_ operands: [Operand]) -> TemplateFunction.Failure {
        let callee = operands[1].value
        if callee.isNull { return .init("call of nil") }
        let text = String(decoding: operands[0].value.textBytes ?? [], as: UTF8.self)
        return .init("non-function \(text) of type \(callee.typeName)")
    }
}
