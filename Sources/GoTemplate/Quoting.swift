/// Go's quoted forms of text and characters.
enum Quoting {
    /// A double-quoted Go string.
    static func quoted(_ text: String) -> String {
        var output: [UInt8] = []
        append(Array(text.utf8), quote: "\"", asciiOnly: false, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// `U+0023 '#'`, as the verb `%#U` writes it.
    static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return scalar.isPrintable ? "U+\(padded) '\(scalar)'" : "U+\(padded)"
    }

    /// Writes bytes between quotes, with Go's escapes.
    static func append(_ bytes: [UInt8], quote: Unicode.Scalar, asciiOnly: Bool, to output: inout [UInt8]) {
        output.append(UInt8(truncatingIfNeeded: quote.value))
        var index = 0
        while index < bytes.count {
            let next = UTF8Scalar(bytes, at: index)
            if next.isValid {
                append(next.scalar, quote: quote, asciiOnly: asciiOnly, to: &output)
            } else {
                output += "\\x".utf8
                appendHex(UInt32(bytes[index]), digits: 2, to: &output)
            }
            index += next.width
        }
        output.append(UInt8(truncatingIfNeeded: quote.value))
    }

    private static func append(
        _ scalar: Unicode.Scalar, quote: Unicode.Scalar, asciiOnly: Bool, to output: inout [UInt8]
    ) {
        if scalar == quote || scalar == "\\" {
            output.append(UInt8(ascii: "\\"))
            output += String(scalar).utf8
            return
        }
        if scalar.isPrintable, scalar.isASCII || !asciiOnly {
            output += String(scalar).utf8
            return
        }
        switch scalar.value {
        case 0x07: output += "\\a".utf8
        case 0x08: output += "\\b".utf8
        case 0x0C: output += "\\f".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0D: output += "\\r".utf8
        case 0x09: output += "\\t".utf8
        case 0x0B: output += "\\v".utf8
        case ..<0x20, 0x7F:
            output += "\\x".utf8
            appendHex(scalar.value, digits: 2, to: &output)
        case ..<0x10000:
            output += "\\u".utf8
            appendHex(scalar.value, digits: 4, to: &output)
        default:
            output += "\\U".utf8
            appendHex(scalar.value, digits: 8, to: &output)
        }
    }

    static func appendHex(_ value: UInt32, digits: Int, uppercase: Bool = false, to output: inout [UInt8]) {
        let alphabet: StaticString = uppercase ? "0123456789ABCDEF" : "0123456789abcdef"
        for position in stride(from: digits - 1, through: 0, by: -1) {
            output.append(alphabet.utf8Start[Int(value >> UInt32(4 * position) & 15)])
        }
    }

    /// Whether a raw string literal could hold the text: no control characters but tab, no backquote, no U+FEFF.
    static func fitsBackquotes(_ bytes: [UInt8]) -> Bool {
        var fits = true
        UTF8Scalar.forEach(bytes) { next in
            let code = next.scalar.value
            if !next.isValid || (code < 0x20 && code != 0x09) || code == 0x60 || code == 0x7F || code == 0xFEFF {
                fits = false
            }
        }
        return fits
    }

    // MARK: Reading

    /// The bytes of a `"string"`, `` `raw string` `` or nil where an escape is wrong.
    static func unquoted(_ literal: String) -> [UInt8]? {
        let bytes = Array(literal.utf8)
        guard bytes.count >= 2 else { return nil }
        let body = Array(bytes[1..<bytes.count - 1])
        if bytes[0] == UInt8(ascii: "`") { return body.filter { $0 != 0x0D } }
        var output: [UInt8] = []
        var index = 0
        while index < body.count {
            guard readCharacter(body, &index, quote: bytes[0], to: &output) != nil else { return nil }
        }
        return output
    }

    /// The number of a `'character'` constant.
    static func character(_ literal: String) -> UInt32? {
        let bytes = Array(literal.utf8)
        guard bytes.count >= 3 else { return nil }
        let body = Array(bytes[1..<bytes.count - 1])
        var index = 0
        var ignored: [UInt8] = []
        guard let code = readCharacter(body, &index, quote: bytes[0], to: &ignored), index == body.count else {
            return nil
        }
        return code
    }

    private static func readCharacter(
        _ body: [UInt8], _ index: inout Int, quote: UInt8, to output: inout [UInt8]
    ) -> UInt32? {
        guard body[index] == UInt8(ascii: "\\") else {
            let next = UTF8Scalar(body, at: index)
            output += body[index..<index + next.width]
            index += next.width
            return next.scalar.value
        }
        guard index + 1 < body.count else { return nil }
        let escape = body[index + 1]
        index += 2
        let simple: [UInt8: UInt8] = [
            0x61: 7, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9, 0x76: 11, 0x5C: 0x5C, quote: quote,
        ]
        if let byte = simple[escape] {
            output.append(byte)
            return UInt32(byte)
        }
        let isOctal = escape >= 0x30 && escape <= 0x37
        if isOctal { index -= 1 }
        let lengths: [UInt8: Int] = [0x78: 2, 0x75: 4, 0x55: 8]
        guard let length = isOctal ? 3 : lengths[escape], index + length <= body.count,
            !body[index..<index + length].contains(UInt8(ascii: "+")),
            let code = UInt32(String(decoding: body[index..<index + length], as: UTF8.self), radix: isOctal ? 8 : 16)
        else { return nil }
        index += length
        if isOctal || escape == 0x78 {
            guard let byte = UInt8(exactly: code) else { return nil }
            output.append(byte)
            return code
        }
        guard let scalar = Unicode.Scalar(code) else { return nil }
        output += String(scalar).utf8
        return code
    }
}
