/// One 64-bit word of the tape: 4 bits of kind, 30 bits of byte offset, 30 bits of payload.
///
/// A string's or number's payload is its length in bytes (a string's without the quotes). An array or
/// object is two words: its payload is the tape index of its `end` word, whose offset is the closing
/// bracket and whose payload is the number of elements or members.
struct TapeEntry {
    enum Kind: UInt8 {
        case null, no, yes, number, string, escapedString, array, object, end
    }

    /// The largest offset and payload that fit.
    static let limit = (1 << 30) - 1

    let word: UInt64

    init(word: UInt64) { self.word = word }

    /// `offset` and `payload` are at most `limit`: the document's size is checked before scanning.
    @inline(__always)
    init(_ kind: Kind, offset: Int, payload: Int) {
        word =
            UInt64(kind.rawValue) << 60 | UInt64(truncatingIfNeeded: offset) << 30 | UInt64(truncatingIfNeeded: payload)
    }

    @inline(__always) var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: word >> 60)) ?? .null }
    @inline(__always) var isPlainString: Bool { word >> 60 == UInt64(Kind.string.rawValue) }
    @inline(__always) var isContainer: Bool {
        word >> 60 == UInt64(Kind.array.rawValue) || word >> 60 == UInt64(Kind.object.rawValue)
    }
    @inline(__always) var offset: Int { Int(truncatingIfNeeded: word >> 30) & Self.limit }
    @inline(__always) var payload: Int { Int(truncatingIfNeeded: word) & Self.limit }
}
