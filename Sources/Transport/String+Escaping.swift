extension String {
    /// Untrusted bytes for an error text: printable ASCII stays, all else, backslash and quote are written as escapes.
    init(escaping bytes: some Sequence<UInt8>) {
        self = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"): self += "\\n"
            case UInt8(ascii: "\r"): self += "\\r"
            case UInt8(ascii: "\t"): self += "\\t"
            case UInt8(ascii: "\\"): self += "\\\\"
            case UInt8(ascii: "\""): self += "\\\""
            case 0x20...0x7e: unicodeScalars.append(UnicodeScalar(byte))
            default: self += (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16)
            }
        }
    }
}
