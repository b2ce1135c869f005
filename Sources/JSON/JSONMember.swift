/// A key and its value in a `JSONNode` object.
public struct JSONMember: Equatable, Sendable {
    public var key: String
    public var value: JSONNode

    public init(_ key: String, _ value: JSONNode) {
        self.key = key
        self.value = value
    }
}
