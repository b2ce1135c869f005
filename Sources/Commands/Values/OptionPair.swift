import CommandGrammar

/// `KEY[=VALUE]` of the options that engines hand to their drivers: `--opt`, `--ipam-opt`.
struct OptionPair: ListElement {
    let pair: KeyValue

    static var typeName: String { "map" }

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.key.isEmpty { throw ValueError("\"\(text)\" has no key before the =") }
    }
}

extension ListOf where Element == OptionPair {
    /// Later ones win; a key without a value has an empty one.
    var dictionary: [String: String] { values.map(\.pair).dictionary }
}
