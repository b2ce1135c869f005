/// A cursor to one value of a document: a reference and an index, cheap to copy.
public struct JSONValue: Sendable {
    let document: JSONDocument
    let index: Int

    public enum Kind: Sendable { case null, bool, number, string, array, object }

    var entry: TapeEntry { document.entry(index) }

    public var kind: Kind {
        switch entry.kind {
        case .null, .end: .null
        case .no, .yes: .bool
        case .number: .number
        case .string, .escapedString: .string
        case .array: .array
        case .object: .object
        }
    }

    public var isNull: Bool { kind == .null }

    /// Number of elements or members; 0 for anything but arrays and objects.
    public var count: Int {
        switch entry.kind {
        case .array, .object: document.entry(entry.payload).payload
        default: 0
        }
    }

    /// A member of an object: the last whose key is exactly `key`, else the last whose key differs only
    /// in the case of ASCII letters. Nil when there is none or this is not an object.
    public subscript(_ key: String) -> JSONValue? {
        let found = lastMatches(of: key)
        return (found.exact ?? found.folded).map { JSONValue(document: document, index: $0) }
    }

    /// The last member of an object whose key is exactly `key`; nil when there is none or this is not an object.
    public func member(exactly key: String) -> JSONValue? {
        lastMatches(of: key).exact.map { JSONValue(document: document, index: $0) }
    }

    /// An element of an array; nil when out of range or not an array. Walks the elements before it.
    public subscript(_ index: Int) -> JSONValue? {
        guard index >= 0, index < count else { return nil }
        var left = index
        for element in elements {
            if left == 0 { return element }
            left -= 1
        }
        return nil
    }

    /// The member reached by following keys from object to object.
    public func at(_ path: String...) -> JSONValue? {
        var value = self
        for key in path {
            guard let next = value[key] else { return nil }
            value = next
        }
        return value
    }

    /// The elements in order; none when this is not an array.
    public var elements: JSONElements {
        entry.kind == .array
            ? JSONElements(document: document, start: index + 1, end: entry.payload, count: count)
            : JSONElements(document)
    }

    /// The members in document order, duplicates included; none when this is not an object.
    public var members: JSONMembers {
        entry.kind == .object
            ? JSONMembers(document: document, start: index + 1, end: entry.payload, count: count)
            : JSONMembers(document)
    }

    /// The value exactly as received, a string with its quotes.
    public var rawBytes: ArraySlice<UInt8> {
        let entry = entry
        switch entry.kind {
        case .string, .escapedString: return document.bytes[entry.offset..<entry.offset + entry.payload + 2]
        case .array, .object: return document.bytes[entry.offset...document.entry(entry.payload).offset]
        default: return document.bytes[entry.offset..<entry.offset + entry.payload]
        }
    }

    private func lastMatches(of key: String) -> (exact: Int?, folded: Int?) {
        guard entry.kind == .object else { return (nil, nil) }
        var key = key
        return key.withUTF8 { key in
            document.tape.withUnsafeBufferPointer { tape in
                document.bytes.withUnsafeBufferPointer { bytes in lastMatches(of: key, tape, bytes) }
            }
        }
    }

    private func lastMatches(
        of key: UnsafeBufferPointer<UInt8>, _ tape: UnsafeBufferPointer<UInt64>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (exact: Int?, folded: Int?) {
        let end = TapeEntry(word: tape[index]).payload
        var exact: Int?
        var folded: Int?
        var at = index + 1
        while at < end {
            let name = TapeEntry(word: tape[at])
            if name.payload == key.count || !name.isPlainString {
                switch match(name, at, bytes, key) {
                case .exact: exact = at + 1
                case .folded: folded = at + 1
                case .none: break
                }
            }
            let value = TapeEntry(word: tape[at + 1])
            at = value.isContainer ? value.payload + 1 : at + 2
        }
        return (exact, folded)
    }

    private enum KeyMatch { case none, folded, exact }

    @inline(__always)
    private func match(
        _ name: TapeEntry, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>
    ) -> KeyMatch {
        guard name.isPlainString else { return matchEscaped(index, key) }
        return Self.match(UnsafeBufferPointer(rebasing: bytes[name.offset + 1..<name.offset + 1 + key.count]), key)
    }

    private func matchEscaped(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> KeyMatch {
        let bytes = JSONValue(document: document, index: index).decodedBytes
        guard bytes.count == key.count else { return .none }
        return bytes.withUnsafeBufferPointer { Self.match($0, key) }
    }

    /// Both are of the same length.
    @inline(__always)
    private static func match(_ bytes: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>) -> KeyMatch {
        var match = KeyMatch.exact
        for index in 0..<key.count where bytes[index] != key[index] {
            guard ASCII.lowercased(bytes[index]) == ASCII.lowercased(key[index]) else { return .none }
            match = .folded
        }
        return match
    }
}
