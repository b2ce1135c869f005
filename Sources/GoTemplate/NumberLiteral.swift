/// A number as a template spells it, with every kind of number it can stand for.
struct NumberLiteral: Sendable {
    let text: String
    private(set) var int: Int64?
    private(set) var uint: UInt64?
    private(set) var float: Double?
    private(set) var imaginary: Double?
    private(set) var isCharacter = false

    enum Failure: Error {
        case overflow, syntax
    }

    /// A character constant's number.
    init(character: UInt32, text: String) {
        self.text = text
        isCharacter = true
        int = Int64(character)
        uint = UInt64(character)
        float = Double(character)
    }

    /// A pair such as `1+2i`.
    init(pair text: String) throws(Failure) {
        self.text = text
        for (offset, byte) in text.utf8.enumerated().reversed()
        where byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") {
            guard offset > 0,
                let real = Self.double(String(decoding: text.utf8.prefix(offset), as: UTF8.self)),
                let imaginary = Self.double(String(decoding: text.utf8.dropFirst(offset).dropLast(), as: UTF8.self))
            else { continue }
            setComplex(real, imaginary)
            return
        }
        throw .syntax
    }

    init(_ text: String) throws(Failure) {
        self.text = text
        if text.utf8.last == UInt8(ascii: "i"), let value = Self.double(String(text.dropLast())) {
            setComplex(0, value)
            return
        }
        setInteger()
        if let int {
            float = Double(int)
        } else if let uint {
            float = Double(uint)
        } else if let value = Self.double(text) {
            guard text.utf8.contains(where: { ".eEpP".utf8.contains($0) }) else { throw .overflow }
            float = value
            int = Int64(exactly: value)
            uint = UInt64(exactly: value)
        }
        guard float != nil else { throw .syntax }
    }

    /// The value where nothing says which type is wanted, nil where an `int` cannot hold it.
    var constant: TemplateValue? {
        if let imaginary { return .complex(float ?? 0, imaginary) }
        let isHexInteger =
            ["0x", "0X"].contains(String(text.prefix(2))) && !text.utf8.contains { "pP".utf8.contains($0) }
        if !isCharacter, !isHexInteger, let float, text.utf8.contains(where: { ".eEpP".utf8.contains($0) }) {
            return .float(float)
        }
        return int.map { .int($0) }
    }

    private mutating func setComplex(_ real: Double, _ imaginary: Double) {
        float = real
        self.imaginary = imaginary
        if imaginary == 0 {
            int = Int64(exactly: real)
            uint = UInt64(exactly: real)
        }
    }

    private mutating func setInteger() {
        guard Self.placesUnderscoresWell(text) else { return }
        var digits = Array(text.utf8.filter { $0 != UInt8(ascii: "_") })
        var sign = ""
        if let first = digits.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? "-" : "+"
            digits.removeFirst()
        }
        var radix = 10
        if digits.count > 1, digits[0] == UInt8(ascii: "0") {
            switch digits[1] | 0x20 {
            case UInt8(ascii: "x"): radix = 16
            case UInt8(ascii: "b"): radix = 2
            case UInt8(ascii: "o"): radix = 8
            default: radix = 0
            }
            digits.removeFirst(radix == 0 ? 1 : 2)
            if radix == 0 { radix = 8 }
        }
        guard let first = digits.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else { return }
        let body = String(decoding: digits, as: UTF8.self)
        int = Int64(sign + body, radix: radix)
        if sign.isEmpty { uint = UInt64(body, radix: radix) }
    }

    /// A decimal or hexadecimal floating-point number; nil for anything else and for what is out of range.
    private static func double(_ text: String) -> Double? {
        guard placesUnderscoresWell(text) else { return nil }
        let plain = text.utf8.filter { $0 != UInt8(ascii: "_") }
        var rest = plain[...]
        if let first = rest.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { rest.removeFirst() }
        let isHex = rest.first == UInt8(ascii: "0") && rest.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
        guard let first = rest.first,
            first == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        else { return nil }
        if isHex {
            guard rest.contains(where: { $0 | 0x20 == UInt8(ascii: "p") }) else { return nil }
        }
        guard let value = Double(String(decoding: plain, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// Go's rule: underscores stand between digits, or between a base prefix and a digit.
    private static func placesUnderscoresWell(_ text: String) -> Bool {
        var bytes = Array(text.utf8)[...]
        if let first = bytes.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { bytes.removeFirst() }
        var previous = UInt8(ascii: "^")
        var isHex = false
        if bytes.count >= 2, bytes.first == UInt8(ascii: "0"), let second = bytes.dropFirst().first,
            "bBoOxX".utf8.contains(second)
        {
            isHex = second | 0x20 == UInt8(ascii: "x")
            previous = UInt8(ascii: "0")
            bytes.removeFirst(2)
        }
        for byte in bytes {
            let lower = byte | 0x20
            let isDigit =
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (isHex && (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lower))
            if isDigit {
                previous = UInt8(ascii: "0")
            } else if byte == UInt8(ascii: "_") {
                if previous != UInt8(ascii: "0") { return false }
                previous = byte
            } else {
                if previous == UInt8(ascii: "_") { return false }
                previous = UInt8(ascii: "!")
            }
        }
        return previous != UInt8(ascii: "_")
    }
}
