/// Text whose control characters are spelt out: `\x1b`, `\u{202e}`.
public enum VisibleText {
    /// Where the text will stand.
    public enum Place {
        /// Tabs and newlines stay.
        case lines
        /// Tabs and newlines are spelt `\t` and `\n`: they would break the table.
        case cell
    }

    public static func of(_ text: String, as place: Place = .lines) -> String {
        // Plain ASCII, nearly all there is, is recognised without decoding.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let spelling = spelling(of: scalar, as: place) {
                visible.append(contentsOf: spelling.unicodeScalars)
            } else {
                visible.append(scalar)
            }
        }
        return String(visible)
    }

    private static func spelling(of scalar: Unicode.Scalar, as place: Place) -> String? {
        switch (scalar, place) {
        case ("\t", .lines), ("\n", .lines): return nil
        case ("\t", .cell): return "\\t"
        case ("\n", .cell): return "\\n"
        default: break
        }
        let hex = String(scalar.value, radix: 16)
        switch scalar.properties.generalCategory {
        case .control: return "\\x" + (hex.count < 2 ? "0" : "") + hex
        case .lineSeparator, .paragraphSeparator: return "\\u{\(hex)}"
        // The joiners U+200C and U+200D only shape letters and emoji.
        case .format: return scalar == "\u{200C}" || scalar == "\u{200D}" ? nil : "\\u{\(hex)}"
        default: return nil
        }
    }
}
