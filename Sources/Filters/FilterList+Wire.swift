extension FilterList {
    /// The value of the query parameter `filters`, not yet percent-encoded; nil when there is nothing to send.
    ///
    /// From API 1.22 on `{"key":{"value":true}}`, before `{"key":["value"]}`, which is all older engines
    /// understand. Keys and values are sorted by their bytes, so that the same filters give the same text.
    /// - Parameter apiMinor: N of the API version 1.N that is spoken.
    public func wire(apiMinor: Int) -> String? {
        guard !isEmpty else { return nil }
        let isMap = apiMinor >= 22
        let members = entries.sorted { Self.precedes($0.key, $1.key) }.map { entry in
            let values = entry.values.sorted(by: Self.precedes).map { Self.quoted($0) + (isMap ? ":true" : "") }
            let list = values.joined(separator: ",")
            return Self.quoted(entry.key) + ":" + (isMap ? "{\(list)}" : "[\(list)]")
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// A JSON string (RFC 8259 §7).
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                result += "\\"
                result.unicodeScalars.append(scalar)
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
