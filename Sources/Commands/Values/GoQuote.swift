/// Text in double quotes with Go's escapes.
enum GoQuote {
    /// As Go's `%q`: control characters and what cannot be printed are escaped.
    static func of(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{07}": quoted += "\\a"
            case "\u{08}": quoted += "\\b"
            case "\u{0b}": quoted += "\\v"
            case "\u{0c}": quoted += "\\f"
            default:
                if scalar.isPrintable { quoted.unicodeScalars.append(scalar) } else { quoted += escape(scalar.value) }
            }
        }
        return quoted + "\""
    }

    private static func escape(_ value: UInt32) -> String {
        let hex = String(value, radix: 16)
        let (letter, width) = value < 0x80 ? ("x", 2) : value < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: width - min(width, hex.count)) + hex
    }
}

extension Unicode.Scalar {
    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
