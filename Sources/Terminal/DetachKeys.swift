/// The keys that leave a container running: `ctrl-p,ctrl-q`.
public struct DetachKeys: Equatable, Sendable {
    /// A key nobody can type.
    public struct UnknownKey: Error, Equatable, CustomStringConvertible {
        public let key: String
        public var description: String {
            "\"\(VisibleText.of(key, as: .cell))\" is not a detach key (a single character, ctrl- and a letter or one of @[\\]^_, or DEL)"
        }
    }

    public static let standard = DetachKeys(bytes: [0x10, 0x11])

    /// What the terminal sends for the keys, never empty.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads keys separated by commas. Throws `UnknownKey`.
    public init(_ text: String) throws {
        bytes = try text.split(separator: ",", omittingEmptySubsequences: false).map(Self.byte)
    }

    private static func byte(of key: Substring) throws -> UInt8 {
        let bytes = Array(key.utf8)
        if bytes.count == 1 { return bytes[0] }
        if key == "DEL" { return 0x7F }
        if key.hasPrefix("ctrl-"), bytes.count == 6 {
            switch bytes[5] {
            // A control key clears the upper bits of its character.
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@"), UInt8(ascii: "[")...UInt8(ascii: "_"):
                return bytes[5] & 0x1F
            default: break
            }
        }
        throw UnknownKey(key: String(key))
    }
}
