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
        if let list = list as? ByteList { return append(list.base64(list.bytes)) }
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
        var text = text
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            var plain = 0
            for (index, byte) in bytes.enumerated() where needsEscape(byte, at: index, of: bytes) {
                output += UnsafeBufferPointer(rebasing: bytes[plain..<index])
                plain = index + appendEscape(byte, at: index, of: bytes)
            }
            output += UnsafeBufferPointer(rebasing: bytes[plain...])
        }
        output.append(UInt8(ascii: "\""))
    }

    /// U+2028 and U+2029, which JavaScript takes for line ends, are the three bytes E2 80 A8 and E2 80 A9.
    private func needsEscape(_ byte: UInt8, at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch byte {
        case ..<0x20, 0x22, 0x5C: true
        case 0x26, 0x3C, 0x3E: escapesHTML
        case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
        default: false
        }
    }

    /// Returns how many bytes the escape stands for.
    private mutating func appendEscape(_ byte: UInt8, at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch byte {
        case 0x22, 0x5C: output += [0x5C, byte]
        case 0x08: output += "\\b".utf8
        case 0x0C: output += "\\f".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0D: output += "\\r".utf8
        case 0x09: output += "\\t".utf8
        case 0xE2:
            output += (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
            return 3
        default:
            output += "\\u".utf8
            Quoting.appendHex(UInt32(byte), digits: 4, to: &output)
        }
        return 1
    }
}
