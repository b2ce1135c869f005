import CommandGrammar

/// `KEY[=VALUE]` of `--label`: the key is not empty and holds no blanks.
struct Label: ListElement {
    let pair: KeyValue

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.key.isEmpty { throw ValueError("\"\(text)\" has no key before the =") }
        if pair.key.contains(where: \.isWhitespace) { throw ValueError("the key of \"\(text)\" holds blanks") }
    }
}

/// `KEY[=VALUE]` of `--annotation`.
struct Annotation: ListElement {
    let pair: KeyValue

    static var typeName: String { "map" }

    init(parsing text: String) throws(ValueError) {
        pair = try Label(parsing: text).pair
    }
}
