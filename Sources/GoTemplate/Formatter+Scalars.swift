extension Formatter {
    // MARK: Text

    mutating func pad(_ text: String) {
        pad(Array(text.utf8))
    }

    /// Writes text at the flags' width, counted in characters.
    mutating func pad(_ text: [UInt8]) {
        guard let width = flags.width else {
            output += text
            return
        }
        let length = text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
        let filling = max(0, width - length)
        if flags.minus {
            output += text
            appendFilling(filling, 0x20)
        } else {
            appendFilling(filling, flags.zero ? UInt8(ascii: "0") : 0x20)
            output += text
        }
    }

    private mutating func appendFilling(_ count: Int, _ byte: UInt8) {
        guard count > 0 else { return }
        output.append(contentsOf: repeatElement(byte, count: count))
    }

    mutating func append(_ bytes: [UInt8], _ verb: Unicode.Scalar, _ value: TemplateValue) {
        switch verb {
        case "v" where flags.isGoSyntax: appendQuoted(bytes)
        case "v", "s": pad(truncated(bytes))
        case "q": appendQuoted(bytes)
        case "x", "X": appendHex(bytes, uppercase: verb == "X")
        default: appendWrong(verb, value)
        }
    }

    /// The first characters of a text, as many as the precision allows.
    private func truncated(_ bytes: [UInt8]) -> [UInt8] {
        guard let precision = flags.precision else { return bytes }
        var index = 0
        for _ in 0..<precision {
            guard index < bytes.count else { return bytes }
            index += UTF8Scalar(bytes, at: index).width
        }
        return Array(bytes[..<index])
    }

    private mutating func appendQuoted(_ bytes: [UInt8]) {
        let text = truncated(bytes)
        var quoted: [UInt8] = []
        if flags.sharp, Quoting.fitsBackquotes(text) {
            quoted = [UInt8(ascii: "`")] + text + [UInt8(ascii: "`")]
        } else {
            Quoting.append(text, quote: "\"", asciiOnly: flags.plus, to: &quoted)
        }
        pad(quoted)
    }

    private mutating func appendHex(_ bytes: [UInt8], uppercase: Bool) {
        let prefix = flags.sharp ? (uppercase ? "0X" : "0x") : ""
        var text: [UInt8] = []
        for (index, byte) in bytes.prefix(flags.precision ?? bytes.count).enumerated() {
            if index > 0, flags.space { text.append(0x20) }
            if index == 0 || flags.space { text += prefix.utf8 }
            Quoting.appendHex(UInt32(byte), digits: 2, uppercase: uppercase, to: &text)
        }
        pad(text)
    }

    // MARK: Integers

    mutating func append(
        _ magnitude: UInt64, isNegative: Bool, _ verb: Unicode.Scalar, _ value: TemplateValue
    ) {
        switch verb {
        case "v":
            if flags.isGoSyntax, case .uint = value {
                flags.sharp = true
                appendInteger(magnitude, isNegative, radix: 16, verb)
                flags.sharp = false
            } else {
                appendInteger(magnitude, isNegative, radix: 10, verb)
            }
        case "d": appendInteger(magnitude, isNegative, radix: 10, verb)
        case "b": appendInteger(magnitude, isNegative, radix: 2, verb)
        case "o", "O": appendInteger(magnitude, isNegative, radix: 8, verb)
        case "x", "X": appendInteger(magnitude, isNegative, radix: 16, verb)
        case "c": pad(String(scalar(magnitude, isNegative)))
        case "q":
            var text: [UInt8] = []
            Quoting.append(
                Array(String(scalar(magnitude, isNegative)).utf8), quote: "'", asciiOnly: flags.plus, to: &text)
            pad(text)
        case "U": appendCodePoint(isNegative ? 0 &- magnitude : magnitude)
        default: appendWrong(verb, value)
        }
    }

    private func scalar(_ magnitude: UInt64, _ isNegative: Bool) -> Unicode.Scalar {
        guard !isNegative, let code = UInt32(exactly: magnitude) else { return "\u{FFFD}" }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    private mutating func appendInteger(_ magnitude: UInt64, _ isNegative: Bool, radix: Int, _ verb: Unicode.Scalar) {
        let sign = isNegative ? "-" : flags.plus ? "+" : flags.space ? " " : ""
        var minimum = flags.precision ?? 0
        if flags.precision == nil, flags.zero, !flags.minus, let width = flags.width {
            minimum = width - sign.utf8.count
        }
        let isUppercase = verb == "X"
        var digits = Array(String(magnitude, radix: radix, uppercase: isUppercase).utf8)
        if flags.precision == 0, magnitude == 0 {
            digits = []
        } else if digits.count < minimum {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: minimum - digits.count), at: 0)
        }
        var prefix = ""
        if flags.sharp, !digits.isEmpty {
            switch radix {
            case 2: prefix = "0b"
            case 8: prefix = digits.first == UInt8(ascii: "0") ? "" : "0"
            case 16: prefix = isUppercase ? "0X" : "0x"
            default: break
            }
        }
        if verb == "O" { prefix = "0o" }
        let zero = flags.zero
        flags.zero = false
        pad(digits.isEmpty ? [] : Array(sign.utf8) + Array(prefix.utf8) + digits)
        flags.zero = zero
    }

    private mutating func appendCodePoint(_ code: UInt64) {
        var digits = String(code, radix: 16, uppercase: true)
        let missing = max(4, flags.precision ?? 0) - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        var text = "U+" + digits
        if flags.sharp, let code = UInt32(exactly: code), let scalar = Unicode.Scalar(code), scalar.isPrintable {
            text += " '\(scalar)'"
        }
        let zero = flags.zero
        flags.zero = false
        pad(text)
        flags.zero = zero
    }

    // MARK: Floating point

    mutating func append(_ number: Double, _ verb: Unicode.Scalar, _ value: TemplateValue) {
        switch verb {
        case "v": appendFloat(number, UInt8(ascii: "g"), defaultPrecision: nil)
        case "g", "G", "b", "x", "X": appendFloat(number, UInt8(ascii: verb), defaultPrecision: nil)
        case "e", "E", "f", "F": appendFloat(number, UInt8(ascii: verb), defaultPrecision: 6)
        default: appendWrong(verb, value)
        }
    }

    mutating func append(_ real: Double, _ imaginary: Double, _ verb: Unicode.Scalar, _ value: TemplateValue) {
        guard "vbgGxXfFeE".unicodeScalars.contains(verb) else { return appendWrong(verb, value) }
        let plus = flags.plus
        output.append(UInt8(ascii: "("))
        append(real, verb, value)
        flags.plus = true
        append(imaginary, verb, value)
        output += "i)".utf8
        flags.plus = plus
    }

    private mutating func appendFloat(_ number: Double, _ verb: UInt8, defaultPrecision: Int?) {
        var text = FloatText.text(
            number, verb: verb, precision: flags.precision ?? defaultPrecision, keepsPoint: flags.sharp)
        var sign: UInt8?
        if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first
            text.removeFirst()
        }
        if sign != UInt8(ascii: "-") {
            let showsPlus = flags.plus || (number.isInfinite && !flags.space)
            sign = showsPlus ? UInt8(ascii: "+") : flags.space ? 0x20 : nil
        }
        let zero = flags.zero
        if !number.isFinite { flags.zero = false }
        if let sign, flags.zero, !flags.minus, let width = flags.width {
            output.append(sign)
            flags.width = width - 1
            pad(text)
            flags.width = width
        } else {
            pad((sign.map { [$0] } ?? []) + text)
        }
        flags.zero = zero
    }
}
