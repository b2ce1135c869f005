/// The short form of an id.
enum ShortID {
    /// Twelve characters, without the algorithm in front.
    static func of(_ id: String) -> String {
        let bytes = id.utf8
        let start = bytes.firstIndex(of: UInt8(ascii: ":")).map(bytes.index(after:)) ?? bytes.startIndex
        return String(decoding: bytes[start...].prefix(12), as: UTF8.self)
    }
}
