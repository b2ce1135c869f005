import JSON

extension JSONNode {
    static func strings(_ texts: [String]) -> JSONNode { .array(texts.map(JSONNode.string)) }

    /// An object of texts, in the order of the keys.
    static func map(_ pairs: [String: String]) -> JSONNode {
        .object(pairs.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
    }
}
