import CommandGrammar

/// `NAME=VALUE`, or `NAME` for the client's own value.
struct EnvironmentVariable: ListElement {
    let pair: KeyValue

    static var completion: Completion? { .names(.variables) }

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.key.isEmpty { throw ValueError("\"\(text)\" names no variable") }
    }
}
