/// Why bytes were refused as JSON (RFC 8259). Offsets count bytes from 0.
public enum JSONError: Error, Equatable, Sendable {
    /// There is nothing but whitespace.
    case empty
    /// The bytes end inside a value.
    case unexpectedEnd(at: Int)
    /// A byte stands where something else must.
    case unexpectedByte(UInt8, at: Int, wanted: Wanted)
    /// A whole value is followed by something that is not whitespace.
    case trailing(at: Int)
    /// Arrays and objects are nested deeper than `JSONDocument.maximumDepth`.
    case tooDeep(at: Int)
    /// The document or one value of a stream has more bytes than are accepted.
    case tooLarge(limit: Int)

    /// What the grammar asks for at a place.
    public enum Wanted: String, Sendable {
        case value = "a value"
        case key = "a quoted key"
        case colon = "a colon"
        case commaOrEnd = "a comma or the end of the list"
        case digit = "a digit"
        case stringByte = "a string without raw control characters"
        case escape = "a valid escape sequence"
        case literal = "true, false or null"
    }

    /// The same error seen from `count` bytes further ahead.
    func shifted(by count: Int) -> JSONError {
        switch self {
        case .empty, .tooLarge: self
        case .unexpectedEnd(let at): .unexpectedEnd(at: at + count)
        case .unexpectedByte(let byte, let at, let wanted): .unexpectedByte(byte, at: at + count, wanted: wanted)
        case .trailing(let at): .trailing(at: at + count)
        case .tooDeep(let at): .tooDeep(at: at + count)
        }
    }
}

extension JSONError: CustomStringConvertible {
    /// One short sentence without a full stop.
    public var description: String {
        switch self {
        case .empty: "there is no JSON value"
        case .unexpectedEnd(let at): "unexpected end of JSON at byte \(at)"
        case .unexpectedByte(let byte, let at, let wanted):
            "JSON has \(Self.shown(byte)) at byte \(at) instead of \(wanted.rawValue)"
        case .trailing(let at): "there is more after the JSON value at byte \(at)"
        case .tooDeep(let at): "JSON is nested deeper than \(JSONDocument.maximumDepth) levels at byte \(at)"
        case .tooLarge(let limit): "JSON is larger than \(limit) bytes"
        }
    }

    private static func shown(_ byte: UInt8) -> String {
        guard byte > 0x20, byte < 0x7F else { return "byte 0x" + String(byte, radix: 16) }
        return "'\(Character(UnicodeScalar(byte)))'"
    }
}
