/// Text in double quotes with Go's escapes.
enum GoQuote {
    /// As Go's `%q`: control characters and what cannot be printed are escaped.
    static func of(_ text: String) -> String {
        var quoted = [UInt8(ascii: "\"")]
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\"".utf8
            case "\\": quoted += "\\\\".utf8
            case "\n": quoted += "\\n".utf8
            case "\r": quoted += "\\r".utf8
            case "\t": quoted += "\\t".utf8
            case "\u{07}": quoted += "\\a".utf8
            case "\u{08}": quoted += "\\b".utf8
            case "\u{0b}": quoted += "\\v".utf8
            case "\u{0c}": quoted += "\\f".utf8
            default:
                if scalar.isPrintable {
                    quoted += String(scalar).utf8
                } else {
                    quoted += escape(scalar.value).utf8
                }
            }
        }
        quoted.append(UInt8(ascii: "\""))
        return String(decoding: quoted, as: UTF8.self)
    }

    private static func escape(_ value: UInt32) -> String {
        let hex = String(value, radix: 16)
        let (letter, width) = value < 0x80 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: width - min(width, hex.count)) + hex
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        if (0x20..<0x7F).contains(value) { return true }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
