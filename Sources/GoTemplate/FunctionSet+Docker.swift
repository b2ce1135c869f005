extension FunctionSet {
    /// What docker adds to Go's functions.
    static let dockerFunctions: [String: TemplateFunction] = [
        "json": .init([.any]) { values throws(TemplateFunction.Failure) in
            var writer = JSONText()
            try writer.append(values[0])
            return .text(writer.output)
        },
        "split": .init([.string, .string]) { values throws(TemplateFunction.Failure) in
            let parts = try split(values[0].textBytes ?? [], by: values[1].textBytes ?? [])
            return .list(ArrayList(parts, elementType: "string"))
        },
        "join": .init([.any, .string]) { values throws(TemplateFunction.Failure) in
            try join(values[0], by: values[1].textBytes ?? [])
        },
        "title": .init([.string]) { .text(Casing.title($0[0].textBytes ?? [])) },
        "lower": .init([.string]) { .text(Casing.lower($0[0].textBytes ?? [])) },
        "upper": .init([.string]) { .text(Casing.upper($0[0].textBytes ?? [])) },
        "pad": .init([.string, .int, .int]) { values throws(TemplateFunction.Failure) in
            let text = values[0].textBytes ?? []
            if text.isEmpty { return .string("") }
            return .text(try spaces(values[1]) + text + spaces(values[2]))
        },
        "truncate": .init([.string, .int]) { values throws(TemplateFunction.Failure) in
            guard case .int(let length) = values[1] else { return values[0] }
            let text = values[0].textBytes ?? []
            if text.count < length { return values[0] }
            if length < 0 { throw .init("runtime error: slice bounds out of range [:\(length)]") }
            return .text(Array(text.prefix(Int(length))))
        },
    ]

    /// More spaces than a terminal or a file could want are refused rather than made.
    private static func spaces(_ count: TemplateValue) throws(TemplateFunction.Failure) -> [UInt8] {
        guard case .int(let count) = count else { return [] }
        if count < 0 { throw .init("strings: negative Repeat count") }
        if count > Formatter.maximumWidth { throw .init("more than \(Formatter.maximumWidth) spaces") }
        return Array(repeating: 0x20, count: Int(count))
    }

    /// Parts of a text: its characters where the separator is empty.
    private static func split(
        _ text: [UInt8], by separator: [UInt8]
    ) throws(TemplateFunction.Failure) -> [TemplateValue] {
        var parts: [TemplateValue] = []
        var start = 0
        var index = 0
        while index + max(1, separator.count) <= text.count {
            guard parts.count < Formatter.maximumWidth else { throw .init("more than \(Formatter.maximumWidth) parts") }
            if separator.isEmpty {
                index += UTF8Scalar(text, at: index).width
                parts.append(.text(Array(text[start..<index])))
                start = index
            } else if text[index] == separator[0], text[index..<index + separator.count].elementsEqual(separator) {
                parts.append(.text(Array(text[start..<index])))
                index += separator.count
                start = index
            } else {
                index += 1
            }
        }
        if !separator.isEmpty { parts.append(.text(Array(text[start...]))) }
        return parts
    }

    private static func join(
        _ value: TemplateValue, by separator: [UInt8]
    ) throws(TemplateFunction.Failure) -> TemplateValue {
        var parts: [[UInt8]] = []
        switch value {
        case .null: return .string("")
        case .list(let list):
            for index in 0..<list.count { parts.append(try text(list.element(at: index))) }
        case .map(let map):
            for key in map.sortedKeys { parts.append(try text(map.value(forKey: key) ?? .null)) }
            parts.sort { $0.lexicographicallyPrecedes($1) }
        default: throw .init("expected slice, got \(value.typeName)")
        }
        let length = parts.reduce(0) { $0 + $1.count + separator.count }
        guard length <= Formatter.maximumOutput else { throw .init(Formatter.outputTooLarge) }
        return .text(Array(parts.joined(separator: separator)))
    }

    private static func text(_ value: TemplateValue) throws(TemplateFunction.Failure) -> [UInt8] {
        if let bytes = value.textBytes { return bytes }
        return try Formatter.text { $0.print([value]) }.textBytes ?? []
    }
}
