import CommandGrammar

/// `KEY=VALUE` of `--storage-opt`.
struct StorageOption: ListElement {
    let pair: KeyValue

    init(parsing text: String) throws(ValueError) {
        pair = KeyValue(parsing: text)
        if pair.value == nil || pair.key.isEmpty { throw ValueError("\"\(text)\" is not of the form KEY=VALUE") }
    }
}
