/// The escapes of `html`, `js` and `urlquery`.
enum Escaping {
    static func html(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0: output += "\u{FFFD}".utf8
            case UInt8(ascii: "\""): output += "&#34;".utf8
            case UInt8(ascii: "'"): output += "&#39;".utf8
            case UInt8(ascii: "&"): output += "&amp;".utf8
            case UInt8(ascii: "<"): output += "&lt;".utf8
            case UInt8(ascii: ">"): output += "&gt;".utf8
            default: output.append(byte)
            }
        }
        return output
    }

    /// For inside of a JavaScript string.
    static func script(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        UTF8Scalar.forEach(bytes) { next in
            switch next.scalar {
            case "\\", "'", "\"":
                output.append(UInt8(ascii: "\\"))
                output += String(next.scalar).utf8
            case "<", ">", "&", "=",
                _ where !next.scalar.isPrintable:
                output += "\\u".utf8
                Quoting.appendHex(
                    next.scalar.value, digits: next.scalar.value > 0xFFFFF ? 6 : next.scalar.value > 0xFFFF ? 5 : 4,
                    uppercase: true, to: &output)
            default: output += String(next.scalar).utf8
            }
        }
        return output
    }

    /// For a value in a URL's query.
    static func query(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "): output.append(UInt8(ascii: "+"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
                UInt8(ascii: "~"):
                output.append(byte)
            default:
                output.append(UInt8(ascii: "%"))
                Quoting.appendHex(UInt32(byte), digits: 2, uppercase: true, to: &output)
            }
        }
        return output
    }
}
