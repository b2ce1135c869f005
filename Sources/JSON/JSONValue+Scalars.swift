extension JSONValue {
    /// The text of a string; nil for other kinds. Bytes that are not UTF-8 and lone surrogates read as U+FFFD.
    public var string: String? {
        switch entry.kind {
        case .string: document.bytes.withUnsafeBufferPointer { String(decoding: contents(of: $0), as: UTF8.self) }
        case .escapedString: String(decoding: decodedBytes, as: UTF8.self)
        default: nil
        }
    }

    /// The bytes between the quotes of a string without escapes; nil for escaped strings and other kinds.
    public var rawString: ArraySlice<UInt8>? { entry.kind == .string ? contents : nil }

    /// A boolean; also the numbers 1 and 0, which engines before API 1.19 send for booleans.
    public var bool: Bool? {
        switch entry.kind {
        case .yes: true
        case .no: false
        case .number:
            switch int {
            case 1: true
            case 0: false
            default: nil
            }
        default: nil
        }
    }

    /// A number spelt as an integer that fits; nil for others, also for 3.0 and 1e2.
    public var int: Int? { integer() }

    /// A number spelt as an integer that fits; nil for others.
    public var uint: UInt64? { integer() }

    /// A number as the nearest finite double; nil for other kinds and for numbers beyond its range.
    public var double: Double? {
        guard let text = numberText, let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// A number as it is spelt in the document.
    public var numberText: String? { entry.kind == .number ? String(decoding: rawBytes, as: UTF8.self) : nil }

    private func integer<Integer: FixedWidthInteger>() -> Integer? {
        guard entry.kind == .number else { return nil }
        let bytes = rawBytes
        let isNegative = bytes.first == ASCII.minus
        var value: Integer = 0
        for byte in isNegative ? bytes.dropFirst() : bytes {
            guard ASCII.isDigit(byte) else { return nil }
            let digit = Integer(truncatingIfNeeded: byte &- ASCII.zero)
            let (scaled, overScaled) = value.multipliedReportingOverflow(by: 10)
            let (next, over) =
                isNegative ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
            guard !overScaled, !over else { return nil }
            value = next
        }
        return value
    }

    private func contents(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = entry.offset + 1
        return UnsafeBufferPointer(rebasing: bytes[start..<start + entry.payload])
    }

    private var contents: ArraySlice<UInt8> {
        let entry = entry
        return document.bytes[entry.offset + 1..<entry.offset + 1 + entry.payload]
    }

    /// The bytes of a string with its escapes resolved (RFC 8259 §7).
    var decodedBytes: [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(entry.payload)
        var rest = contents
        while let byte = rest.popFirst() {
            guard byte == ASCII.backslash, let escape = rest.popFirst() else {
                result.append(byte)
                continue
            }
            switch escape {
            case 0x62: result.append(0x08)
            case 0x66: result.append(0x0C)
            case 0x6E: result.append(ASCII.newline)
            case 0x72: result.append(ASCII.carriageReturn)
            case 0x74: result.append(ASCII.tab)
            case 0x75: result.append(contentsOf: String(Self.scalar(from: &rest)).utf8)
            default: result.append(escape)
            }
        }
        return result
    }

    /// Reads the four digits behind `\u`, and a second escape when both are a surrogate pair.
    private static func scalar(from rest: inout ArraySlice<UInt8>) -> Character {
        let high = codeUnit(rest)
        rest = rest.dropFirst(4)
        if let scalar = UnicodeScalar(high) { return Character(scalar) }
        let next = rest.dropFirst(2)
        if high < 0xDC00, rest.starts(with: [ASCII.backslash, 0x75]) {
            let low = codeUnit(next)
            let value = 0x10000 + (UInt32(high & 0x3FF) << 10) + UInt32(low & 0x3FF)
            if 0xDC00...0xDFFF ~= low, let scalar = UnicodeScalar(value) {
                rest = next.dropFirst(4)
                return Character(scalar)
            }
        }
        return "\u{FFFD}"
    }

    private static func codeUnit(_ bytes: ArraySlice<UInt8>) -> UInt16 {
        bytes.prefix(4).reduce(0) { $0 << 4 | (ASCII.hexValue($1) ?? 0) }
    }
}
