/// The short form of an id.
enum ShortID {
    static let length = 12

    /// The first characters, without the algorithm in front.
    static func of(_ id: String) -> String {
        var id = id
        return id.withUTF8 { bytes in
            let start = bytes.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...].prefix(length)), as: UTF8.self)
        }
    }
}
