/// The members of an object, in document order, duplicates included.
public struct JSONMembers: Sequence, Sendable {
    let document: JSONDocument
    let start: Int
    let end: Int
    /// Number of members.
    public let count: Int

    init(document: JSONDocument, start: Int, end: Int, count: Int) {
        self.document = document
        self.start = start
        self.end = end
        self.count = count
    }

    /// No members.
    init(_ document: JSONDocument) { self.init(document: document, start: 0, end: 0, count: 0) }

    public var isEmpty: Bool { count == 0 }
    public var underestimatedCount: Int { count }

    public func makeIterator() -> Iterator { Iterator(document: document, index: start, end: end) }

    public struct Iterator: IteratorProtocol {
        let document: JSONDocument
        var index: Int
        let end: Int

        public mutating func next() -> (key: String, value: JSONValue)? {
            guard index < end else { return nil }
            let key = JSONValue(document: document, index: index).string ?? ""
            let value = JSONValue(document: document, index: index + 1)
            index = document.index(after: index + 1)
            return (key, value)
        }
    }
}
