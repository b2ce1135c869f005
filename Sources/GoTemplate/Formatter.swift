/// Prints values the way Go's `fmt` does.
struct Formatter {
    var output: [UInt8] = []
    var flags = Flags()
    /// How long the output may get, in bytes.
    var limit = maximumOutput
    /// Why the output is incomplete, nil where it is whole.
    private(set) var failure: String?

    /// Go's text for the absence of a value.
    static let noValue = "<no value>"
    /// A value nested deeper than this is refused: printing it would use up the stack.
    static let maximumDepth = 200
    /// In bytes, for one value and for a whole rendering.
    static let maximumOutput = 64 << 20
    /// Go's own limit for widths and precisions.
    static let maximumWidth = 1_000_000
    static let tooDeep = "value nested too deeply"
    static let outputTooLarge = "output too large"

    /// The flags of a verb.
    struct Flags {
        var width: Int?
        var precision: Int?
        var minus = false
        var plus = false
        var sharp = false
        var space = false
        var zero = false
        /// `%+v` and `%#v`, which do not touch the numbers inside.
        var namesFields = false
        var isGoSyntax = false
    }

    /// The text a formatter leaves behind.
    static func text(_ print: (inout Formatter) -> Void) throws(TemplateFunction.Failure) -> TemplateValue {
        var formatter = Formatter()
        print(&formatter)
        if let failure = formatter.failure { throw .init(failure) }
        return .text(formatter.output)
    }

    /// With a space between two operands where neither is a string.
    mutating func print(_ values: [TemplateValue]) {
        var previousWasString = true
        for value in values {
            let isString = value.textBytes != nil
            if !previousWasString, !isString { output.append(0x20) }
            append(value, "v")
            previousWasString = isString
        }
    }

    /// With a space between all operands, and a line break.
    mutating func printLine(_ values: [TemplateValue]) {
        for (index, value) in values.enumerated() {
            if index > 0 { output.append(0x20) }
            append(value, "v")
        }
        output.append(0x0A)
    }

    /// Prints one argument.
    mutating func append(_ value: TemplateValue, _ verb: Unicode.Scalar) {
        switch (value, verb) {
        case (.null, "v"), (.null, "T"): pad("<nil>")
        case (_, "T"): pad(value.typeName)
        default: append(value, verb, depth: 0)
        }
    }

    mutating func append(_ value: TemplateValue, _ verb: Unicode.Scalar, depth: Int) {
        guard depth <= Self.maximumDepth else { return fail(Self.tooDeep) }
        guard output.count <= limit else { return fail(Self.outputTooLarge) }
        switch value {
        case .null:
            if depth == 0 {
                appendWrong(verb, value)
            } else {
                output += (flags.isGoSyntax ? "interface {}(nil)" : "<nil>").utf8
            }
        case .bool(let flag):
            if verb == "t" || verb == "v" { pad(flag ? "true" : "false") } else { appendWrong(verb, value) }
        case .int(let number): append(number.magnitude, isNegative: number < 0, verb, value)
        case .uint(let number, _): append(number, isNegative: false, verb, value)
        case .float(let number): append(number, verb, value)
        case .complex(let real, let imaginary): append(real, imaginary, verb, value)
        case .number(let text), .string(let text): append(Array(text.utf8), verb, value)
        case .bytes(let bytes): append(bytes, verb, value)
        case .list(let list): append(list, verb, value, depth)
        case .map(let map): append(map, verb, value, depth)
        case .object(let object): append(object, verb, value, depth)
        case .pointer(let inner): append(pointerTo: inner, verb, value, depth)
        case .nilPointer: appendNilPointer(verb, value)
        }
    }

    mutating func fail(_ message: String) {
        if failure == nil { failure = message }
    }

    /// Go's text for a verb that does not fit: `%!d(string=x)`.
    mutating func appendWrong(_ verb: Unicode.Scalar, _ value: TemplateValue) {
        output += "%!\(verb)(".utf8
        if value.isNull {
            output += "<nil>".utf8
        } else {
            output += value.typeName.utf8
            output.append(UInt8(ascii: "="))
            append(value, "v", depth: 0)
        }
        output.append(UInt8(ascii: ")"))
    }

    // MARK: Containers

    private mutating func append(_ list: any TemplateList, _ verb: Unicode.Scalar, _ value: TemplateValue, _ depth: Int)
    {
        if verb == "p" { return appendAddress() }
        if let list = list as? ByteList {
            if flags.isGoSyntax { return append(goSyntax: list) }
            if "sqxX".unicodeScalars.contains(verb) { return append(list.bytes, verb, value) }
        }
        if flags.isGoSyntax {
            output += value.typeName.utf8
            if list.isNil {
                output += "(nil)".utf8
                return
            }
        }
        output.append(flags.isGoSyntax ? UInt8(ascii: "{") : UInt8(ascii: "["))
        for index in 0..<list.count where failure == nil {
            if index > 0 { output += (flags.isGoSyntax ? ", " : " ").utf8 }
            append(list.element(at: index), verb, depth: depth + 1)
        }
        output.append(flags.isGoSyntax ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    private mutating func append(goSyntax list: ByteList) {
        output += "[]byte".utf8
        if list.isNil {
            output += "(nil)".utf8
            return
        }
        let numbers = list.bytes.map { "0x" + String($0, radix: 16) }
        output += "{\(numbers.joined(separator: ", "))}".utf8
    }

    private mutating func append(_ map: any TemplateMap, _ verb: Unicode.Scalar, _ value: TemplateValue, _ depth: Int) {
        if verb == "p" { return appendAddress() }
        if flags.isGoSyntax {
            output += value.typeName.utf8
            if map.isNil {
                output += "(nil)".utf8
                return
            }
        }
        output += (flags.isGoSyntax ? "{" : "map[").utf8
        for (index, key) in map.sortedKeys.enumerated() where failure == nil {
            if index > 0 { output += (flags.isGoSyntax ? ", " : " ").utf8 }
            append(.string(key), verb, depth: depth + 1)
            output.append(UInt8(ascii: ":"))
            append(map.value(forKey: key) ?? .null, verb, depth: depth + 1)
        }
        output.append(flags.isGoSyntax ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    private mutating func append(
        _ object: any TemplateObject, _ verb: Unicode.Scalar, _ value: TemplateValue, _ depth: Int
    ) {
        if !flags.isGoSyntax, let text = object.printedText {
            if "vsqxX".unicodeScalars.contains(verb) { return append(Array(text.utf8), verb, .string(text)) }
            if let plain = object.jsonText { return append(plain, verb, depth: depth) }
        }
        if flags.isGoSyntax { output += object.typeName.utf8 }
        output.append(UInt8(ascii: "{"))
        for (index, name) in object.fieldNames.enumerated() where failure == nil {
            if index > 0 { output += (flags.isGoSyntax ? ", " : " ").utf8 }
            if flags.namesFields || flags.isGoSyntax { output += "\(name):".utf8 }
            append(object.field(name) ?? .null, verb, depth: depth + 1)
        }
        output.append(UInt8(ascii: "}"))
    }

    // MARK: Pointers

    private mutating func append(
        pointerTo inner: TemplateValue, _ verb: Unicode.Scalar, _ value: TemplateValue, _ depth: Int
    ) {
        switch inner {
        case .object(let object) where object.printedText != nil && !flags.isGoSyntax && verb != "p":
            append(inner, verb, depth: depth)
        case .list, .map, .object:
            guard depth == 0, verb != "p" else { return appendAddress(of: value, verb) }
            output.append(UInt8(ascii: "&"))
            append(inner, verb, depth: depth + 1)
        default:
            appendAddress(of: value, verb)
        }
    }

    private mutating func appendAddress(of pointer: TemplateValue, _ verb: Unicode.Scalar) {
        guard flags.isGoSyntax, verb != "p" else { return appendAddress() }
        output += "(\(pointer.typeName))(".utf8
        appendAddress()
        output.append(UInt8(ascii: ")"))
    }

    /// Go prints where the value lies in memory, which differs from run to run; this is always the same.
    private mutating func appendAddress() {
        pad("0xc000010000")
    }

    private mutating func appendNilPointer(_ verb: Unicode.Scalar, _ value: TemplateValue) {
        switch verb {
        case "v": pad(flags.isGoSyntax ? "(\(value.typeName))(nil)" : "<nil>")
        case "b", "o", "d", "x", "X": append(UInt64(0), isNegative: false, verb, value)
        case "p": pad("%!p(nil)")
        default: appendWrong(verb, value)
        }
    }
}
