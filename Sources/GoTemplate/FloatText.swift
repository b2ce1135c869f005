import Glibc

/// Floating-point numbers as Go spells them.
enum FloatText {
    /// The number in the form a verb asks for (one of `e E f F g G b x X`), with a sign only where it is negative.
    ///
    /// Without a precision the text has as many digits as it takes to tell the number from its neighbours.
    static func text(_ number: Double, verb: UInt8, precision: Int?, keepsPoint: Bool = false) -> [UInt8] {
        if number.isNaN { return Array("NaN".utf8) }
        if number.isInfinite { return Array((number > 0 ? "+Inf" : "-Inf").utf8) }
        let lower = verb | 0x20
        let text: [UInt8]
        if lower == UInt8(ascii: "b") {
            text = binary(number)
        } else if lower == UInt8(ascii: "x") {
            text = hexadecimal(number, precision: precision)
        } else if let precision {
            text = printed("%\(keepsPoint ? "#" : "").*\(Unicode.Scalar(lower))", number, precision: precision)
        } else {
            text = shortest(number, verb: lower, keepsPoint: keepsPoint)
        }
        guard lower != verb, verb != UInt8(ascii: "F") else { return text }
        return text.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 0x20 : $0 }
    }

    private static func printed(_ format: String, _ number: Double, precision: Int) -> [UInt8] {
        let capacity = max(0, precision) + 400
        return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            let written = withVaList([Int32(clamping: precision), number]) { arguments in
                buffer.withMemoryRebound(to: CChar.self) { vsnprintf($0.baseAddress, capacity, format, arguments) }
            }
            count = min(max(0, Int(written)), capacity - 1)
        }
    }

    private static func shortest(_ number: Double, verb: UInt8, keepsPoint: Bool) -> [UInt8] {
        let digits = Digits(number)
        let exponent = digits.point - 1
        let usesExponent: Bool
        switch verb {
        case UInt8(ascii: "e"): usesExponent = true
        case UInt8(ascii: "f"): usesExponent = false
        default:
            if keepsPoint {
                return printed("%#.*g", number, precision: max(6, digits.values.count))
            }
            usesExponent = exponent < -4 || exponent >= 6
        }
        if usesExponent { return printed("%.*e", number, precision: digits.values.count - 1) }
        return (number.sign == .minus ? [UInt8(ascii: "-")] : []) + digits.positional
    }

    private static func binary(_ number: Double) -> [UInt8] {
        let isSubnormal = number.exponentBitPattern == 0
        let mantissa = number.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
        let exponent = (isSubnormal ? 1 : Int(number.exponentBitPattern)) - 1075
        return Array("\(number.sign == .minus ? "-" : "")\(mantissa)p\(exponent < 0 ? "" : "+")\(exponent)".utf8)
    }

    private static func hexadecimal(_ number: Double, precision: Int?) -> [UInt8] {
        var text = printed("%.*a", number, precision: precision ?? -1)
        // C gives the exponent one digit, Go two.
        if let mark = text.lastIndex(of: UInt8(ascii: "p")), text.count - mark == 3 {
            text.insert(UInt8(ascii: "0"), at: mark + 2)
        }
        return text
    }

    /// The shortest digits of a number that is 0.DIGITS times ten to the power of `point`.
    private struct Digits {
        var values: [UInt8] = []
        var point = 0

        /// The digits around a decimal point, filled up with zeros where they do not reach it.
        var positional: [UInt8] {
            let zero = UInt8(ascii: "0")
            let whole = values.prefix(max(0, point))
            let fraction = values.dropFirst(whole.count)
            var text = whole + repeatElement(zero, count: max(0, point - values.count))
            if text.isEmpty { text.append(zero) }
            if fraction.isEmpty { return Array(text) }
            return text + [UInt8(ascii: ".")] + repeatElement(zero, count: max(0, -point)) + fraction
        }

        init(_ number: Double) {
            var sawPoint = false
            var exponent = 0
            var bytes = Array(number.magnitude.description.utf8)
            if let mark = bytes.firstIndex(of: UInt8(ascii: "e")) {
                exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)) ?? 0
                bytes.removeSubrange(mark...)
            }
            for byte in bytes {
                if byte == UInt8(ascii: ".") {
                    sawPoint = true
                    continue
                }
                if values.isEmpty, byte == UInt8(ascii: "0") {
                    if sawPoint { point -= 1 }
                    continue
                }
                values.append(byte)
                if !sawPoint { point += 1 }
            }
            point += exponent
            while values.last == UInt8(ascii: "0") { values.removeLast() }
            if values.isEmpty { (values, point) = ([UInt8(ascii: "0")], 1) }
        }
    }
}
