/// Writes strings as JSON string literals (RFC 8259 §7).
public enum JSONEscaper {
    /// Appends `text` with its quotes. Quote, backslash and control characters are escaped, nothing else:
    /// `<`, `>` and `&` stay.
    public static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(ASCII.quote)
        for byte in text.utf8 {
            switch byte {
            case ASCII.quote, ASCII.backslash: bytes.append(contentsOf: [ASCII.backslash, byte])
            case ASCII.newline: bytes.append(contentsOf: [ASCII.backslash, 0x6E])
            case ASCII.carriageReturn: bytes.append(contentsOf: [ASCII.backslash, 0x72])
            case ASCII.tab: bytes.append(contentsOf: [ASCII.backslash, 0x74])
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digit(byte >> 4))
                bytes.append(digit(byte & 0xF))
            default: bytes.append(byte)
            }
        }
        bytes.append(ASCII.quote)
    }

    /// The literal of `text` with its quotes.
    public static func literal(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 2)
        write(text, into: &bytes)
        return bytes
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? ASCII.zero + value : 0x61 + value - 10 }
}
