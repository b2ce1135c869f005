/// A piece of a request's path: the one place where names become paths.
///
/// A name can never change the endpoint: `/`, `?`, `#`, control characters and everything outside RFC 3986's
/// unreserved set (and a few harmless delimiters) are percent-encoded, and names that a server would resolve
/// (`.`, `..`, empty) are refused.
public struct PathSegment: Equatable, Sendable, ExpressibleByStringLiteral {
    /// Encoded, ready for the request line.
    public let encoded: String

    /// A word of our own code.
    public init(stringLiteral value: StaticString) { encoded = value.description }

    /// A name or id of one segment: of a container, volume, network, exec … A container's leading `/` is its own
    /// way of writing names and is dropped.
    ///
    /// - Throws: `NameError` when no request may be made for it.
    public init(name: String) throws(NameError) {
        let bare = name.first == "/" ? String(name.dropFirst()) : name
        try Self.check(bare, in: name)
        if bare.utf8.contains(UInt8(ascii: "/")) { throw NameError(name: name, problem: .slash) }
        encoded = bare.percentEncoded
    }

    /// An image reference: segments between slashes are checked one by one.
    public init(image reference: String) throws(NameError) {
        var segments: [String] = []
        for part in reference.split(separator: "/", omittingEmptySubsequences: false) {
            try Self.check(String(part), in: reference)
            segments.append(String(part).percentEncoded)
        }
        encoded = segments.joined(separator: "/")
    }

    private static func check(_ part: String, in name: String) throws(NameError) {
        if part.isEmpty { throw NameError(name: name, problem: .empty) }
        if part == "." || part == ".." { throw NameError(name: name, problem: .dots) }
        if part.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) { throw NameError(name: name, problem: .control) }
    }
}

/// A name that must not become part of a path.
public struct NameError: Error, Equatable, CustomStringConvertible {
    public enum Problem: Equatable, Sendable { case empty, dots, slash, control }

    public let name: String
    public let problem: Problem

    public var description: String {
        let shown = name.isEmpty ? "" : " \(name.debugDescription)"
        return switch problem {
        case .empty: name.isEmpty ? "invalid name: it is empty" : "invalid name\(shown): a part of it is empty"
        case .dots: "invalid name\(shown): '.' and '..' name no object"
        case .slash: "invalid name\(shown): it must not contain '/'"
        case .control: "invalid name\(shown): it contains control characters"
        }
    }
}

extension String {
    /// Percent-encoded for a path segment or a query value (RFC 3986 section 2.1).
    var percentEncoded: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"):
                bytes.append(byte)
            default:
                let hex = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
