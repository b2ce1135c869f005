import CommandGrammar

/// `KEY=VALUE` or `KEY` as a flag takes it; the value may hold further `=`.
struct KeyValue: ListElement {
    let key: String
    /// nil where no `=` stood.
    let value: String?

    init(key: String, value: String?) {
        self.key = key
        self.value = value
    }

    /// Splits at the first `=` and takes whatever it finds.
    init(parsing text: String) {
        let equals = text.firstIndex(of: "=")
        key = String(text[..<(equals ?? text.endIndex)])
        value = equals.map { String(text[text.index(after: $0)...]) }
    }
}

extension [KeyValue] {
    /// Later ones win; a key without a value has an empty one.
    var dictionary: [String: String] {
        reduce(into: [:]) { $0[$1.key] = $1.value ?? "" }
    }
}
