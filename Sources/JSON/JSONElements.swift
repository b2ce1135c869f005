/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
    let document: JSONDocument
    let start: Int
    let end: Int
    /// Number of elements.
    public let count: Int

    init(document: JSONDocument, start: Int, end: Int, count: Int) {
        self.document = document
        self.start = start
        self.end = end
        self.count = count
    }

    /// No elements.
    init(_ document: JSONDocument) { self.init(document: document, start: 0, end: 0, count: 0) }

    public var isEmpty: Bool { count == 0 }
    public var first: JSONValue? { isEmpty ? nil : JSONValue(document: document, index: start) }
    public var underestimatedCount: Int { count }

    public func makeIterator() -> Iterator { Iterator(document: document, index: start, end: end) }

    public struct Iterator: IteratorProtocol {
        let document: JSONDocument
        var index: Int
        let end: Int

        public mutating func next() -> JSONValue? {
            guard index < end else { return nil }
            defer { index = document.index(after: index) }
            return JSONValue(document: document, index: index)
        }
    }
}
