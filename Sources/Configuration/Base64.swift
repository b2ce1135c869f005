/// Base64 (RFC 4648): the standard alphabet of configuration files, the URL-safe one of request headers.
public enum Base64 {
    /// URL-safe and padded, as engines decode `X-Registry-Auth`.
    static func urlSafe(_ bytes: [UInt8]) -> String { encode(bytes, urlSafeDigits) }

    /// The standard alphabet, padded.
    public static func standard(_ bytes: [UInt8]) -> String { encode(bytes, standardDigits) }

    private static func encode(_ bytes: [UInt8], _ digits: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count / 3 + 1) * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits: UInt32 = 0
            for byte in group { bits = bits << 8 | UInt32(byte) }
            bits <<= UInt32(8 * (3 - group.count))
            for position in 0..<4 {
                let shift = UInt32(6 * (3 - position))
                text.append(position <= group.count ? digits[Int(bits >> shift & 63)] : padding)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads the standard alphabet with or without padding; nil for anything else.
    public static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        var padded = 0
        for character in text.utf8 {
            if character == padding {
                padded += 1
                continue
            }
            guard padded == 0, let value = value(of: character) else { return nil }
            bits = (bits << 6 | value) & 0xff_ffff
            count += 1
            if count % 4 == 0 { bytes += [UInt8(bits >> 16), UInt8(bits >> 8 & 255), UInt8(bits & 255)] }
        }
        guard padded <= 2 else { return nil }
        switch count % 4 {
        case 1: return nil
        case 2: bytes.append(UInt8(bits >> 4 & 255))
        case 3: bytes += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
        default: break
        }
        return bytes
    }

    private static let padding = UInt8(ascii: "=")
    private static let common = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    private static let urlSafeDigits = common + Array("-_".utf8)
    private static let standardDigits = common + Array("+/".utf8)

    private static func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
