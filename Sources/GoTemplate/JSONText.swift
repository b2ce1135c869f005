/// Writes values as compact JSON the way docker's `json` does: maps sorted, HTML escaped only where an object asks for it.
struct JSONText {
    var output: [UInt8] = []
    private var depth = 0
    private var escapesHTML = false

    mutating func append(_ value: TemplateValue) throws(TemplateFunction.Failure) {
        switch value {
        case .null, .nilPointer: output += "null".utf8
        case .bool(let flag): output += (flag ? "true" : "false").utf8
        case .int(let number): output += String(number).utf8
        case .uint(let number, _): output += String(number).utf8
        case .float(let number): try append(number)
        case .complex: throw .init("json: unsupported type: complex128")
        case .number(let text): output += text.isEmpty ? "0".utf8 : text.utf8
        case .string(let text): append(text)
        case .bytes(let bytes): append(String(decoding: bytes, as: UTF8.self))
        case .pointer(let inner): try append(inner)
        case .list(let list): try append(list)
        case .map(let map): try append(map)
        case .object(let object):
            let outer = escapesHTML
            escapesHTML = outer || object.escapesHTML
            if let text = object.jsonText { try append(text) } else { try append(object.jsonMembers) }
            escapesHTML = outer
        }
        if output.count > Formatter.maximumOutput { throw .init(Formatter.outputTooLarge) }
    }

    private mutating func append(_ list: any TemplateList) throws(TemplateFunction.Failure) {
        if list.isNil {
            output += "null".utf8
            return
        }
        try descend()
        output.append(UInt8(ascii: "["))
        for index in 0..<list.count {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            try append(list.element(at: index))
        }
        output.append(UInt8(ascii: "]"))
        depth -= 1
    }

    private mutating func append(_ map: any TemplateMap) throws(TemplateFunction.Failure) {
        if map.isNil {
            output += "null".utf8
            return
        }
        try append(map.sortedKeys.map { ($0, map.value(forKey: $0) ?? .null) })
    }

    private mutating func append(
        _ members: [(name: String, value: TemplateValue)]
    ) throws(TemplateFunction.Failure) {
        try descend()
        output.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(member.name)
            output.append(UInt8(ascii: ":"))
            try append(member.value)
        }
        output.append(UInt8(ascii: "}"))
        depth -= 1
    }

    private mutating func descend() throws(TemplateFunction.Failure) {
        if depth == Formatter.maximumDepth { throw .init(Formatter.tooDeep) }
        depth += 1
    }

    /// Exponents only below 1e-6 and from 1e21 on, without leading zeros.
    private mutating func append(_ number: Double) throws(TemplateFunction.Failure) {
        guard number.isFinite else {
            throw .init("json: unsupported value: \(number.isNaN ? "NaN" : number > 0 ? "+Inf" : "-Inf")")
        }
        let usesExponent = number != 0 && (abs(number) < 1e-6 || abs(number) >= 1e21)
        var text = FloatText.text(number, verb: usesExponent ? UInt8(ascii: "e") : UInt8(ascii: "f"), precision: nil)
        if text.count >= 4, text.suffix(4).starts(with: "e-0".utf8) { text.remove(at: text.count - 2) }
        output += text
    }

    private mutating func append(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C:
                output.append(0x5C)
                output.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x08: output += "\\b".utf8
            case 0x0C: output += "\\f".utf8
            case 0x0A: output += "\\n".utf8
            case 0x0D: output += "\\r".utf8
            case 0x09: output += "\\t".utf8
            case ..<0x20, 0x2028, 0x2029: appendEscape(scalar)
            case 0x3C where escapesHTML, 0x3E where escapesHTML, 0x26 where escapesHTML: appendEscape(scalar)
            case ..<0x80: output.append(UInt8(truncatingIfNeeded: scalar.value))
            default: output += String(scalar).utf8
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ scalar: Unicode.Scalar) {
        output += "\\u".utf8
        Quoting.appendHex(scalar.value, digits: 4, to: &output)
    }
}
