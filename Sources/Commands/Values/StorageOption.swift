import CommandGrammar

/// `KEY=VALUE` of `--storage-opt`.
struct StorageOption: ListElement {
    let pair: KeyValue

    static var completion: Completion? { .pairs([Completion.Pair("size", "The most that the container may write")]) }

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.value == nil || pair.key.isEmpty { throw ValueError("\"\(text)\" is not of the form KEY=VALUE") }
    }
}
