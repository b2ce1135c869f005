/// One step of decoding UTF-8 that may be broken, as Go does it: a wrong byte counts as one U+FFFD.
struct UTF8Scalar {
    var scalar: Unicode.Scalar
    var width: Int
    var isValid: Bool

    init(_ bytes: [UInt8], at index: Int) {
        let first = bytes[index]
        if first < 0x80 {
            self.init(scalar: Unicode.Scalar(first), width: 1, isValid: true)
            return
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, first < 0xF5, index + length <= bytes.count else {
            self.init(scalar: "\u{FFFD}", width: 1, isValid: false)
            return
        }
        var code = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            guard bytes[index + offset] & 0xC0 == 0x80 else {
                self.init(scalar: "\u{FFFD}", width: 1, isValid: false)
                return
            }
            code = code << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
        guard code >= smallest, let scalar = Unicode.Scalar(code) else {
            self.init(scalar: "\u{FFFD}", width: 1, isValid: false)
            return
        }
        self.init(scalar: scalar, width: length, isValid: true)
    }

    private init(scalar: Unicode.Scalar, width: Int, isValid: Bool) {
        self.scalar = scalar
        self.width = width
        self.isValid = isValid
    }

    /// Every scalar of the bytes in turn.
    static func forEach(_ bytes: [UInt8], _ body: (UTF8Scalar) -> Void) {
        var index = 0
        while index < bytes.count {
            let next = UTF8Scalar(bytes, at: index)
            body(next)
            index += next.width
        }
    }
}

extension Unicode.Scalar {
    /// A letter, digit or underscore: what names are made of.
    var isAlphanumeric: Bool {
        if isASCII {
            return self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
            return true
        default:
            return false
        }
    }

    /// Whether Go's quoting shows the character as it is: letters, marks, numbers, punctuation, symbols and the space.
    var isPrintable: Bool {
        if isASCII { return value >= 0x20 && value < 0x7F }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
            .paragraphSeparator:
            return false
        default:
            return true
        }
    }
}
