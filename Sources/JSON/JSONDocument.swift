/// A checked JSON document (RFC 8259): the received bytes and a tape of where its values are.
///
/// Order of members and spelling of numbers are kept; strings are made only when asked for. Bytes in
/// strings that are not UTF-8 and lone surrogates are accepted and read as U+FFFD.
public final class JSONDocument: Sendable {
    /// What to do with bytes behind the value that are not whitespace.
    public enum Trailing: Sendable { case refuse, ignore }

    /// Deeper nesting of arrays and objects is refused.
    public static let maximumDepth = 10_000
    /// Longer documents are refused, in bytes.
    public static let maximumSize = TapeEntry.limit

    /// The bytes as received.
    public let bytes: [UInt8]
    let tape: [UInt64]

    /// Checks all of `bytes`, which are UTF-8 without a byte order mark.
    ///
    /// - Throws: what is wrong with the first byte that breaks the grammar.
    public init(_ bytes: [UInt8], trailing: Trailing = .refuse) throws(JSONError) {
        guard bytes.count <= Self.maximumSize else { throw .tooLarge(limit: Self.maximumSize) }
        self.tape = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> [UInt64] in
            var scanner = JSONScanner(buffer)
            let end = try scanner.scan()
            guard trailing == .ignore || scanner.endOfSpace() == buffer.count else { throw .trailing(at: end) }
            return scanner.tape
        }
        self.bytes = bytes
    }

    /// The outermost value.
    public var root: JSONValue { JSONValue(document: self, index: 0) }

    func entry(_ index: Int) -> TapeEntry { TapeEntry(word: tape[index]) }

    /// The tape index of what follows the value at `index`.
    func index(after index: Int) -> Int {
        let entry = entry(index)
        return entry.isContainer ? entry.payload + 1 : index + 1
    }
}
