/// Reads a format's verbs and hands out the arguments they ask for.
struct VerbScanner {
    let format: [UInt8]
    let values: [TemplateValue]
    var index = 0
    /// The argument the next verb takes.
    var next = 0
    /// Whether any verb named its argument, as in `%[1]d`.
    var isReordered = false
    var hasIndex = false
    var indexIsGood = true

    init(format: [UInt8], values: [TemplateValue]) {
        self.format = format
        self.values = values
    }

    mutating func startVerb() {
        hasIndex = false
        indexIsGood = true
    }

    mutating func readFlags(_ flags: inout Formatter.Flags) {
        while index < format.count {
            switch format[index] {
            case UInt8(ascii: "#"): flags.sharp = true
            case UInt8(ascii: "0"): flags.zero = true
            case UInt8(ascii: "+"): flags.plus = true
            case UInt8(ascii: "-"): flags.minus = true
            case UInt8(ascii: " "): flags.space = true
            default: return
            }
            index += 1
        }
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < format.count, format[index] == UInt8(truncatingIfNeeded: character.value) else { return false }
        index += 1
        return true
    }

    /// A decimal number; nil where there is none or it is beyond Go's limit.
    mutating func readNumber() -> Int? {
        let start = index
        var number = 0
        while index < format.count, format[index] >= UInt8(ascii: "0"), format[index] <= UInt8(ascii: "9") {
            if number > Formatter.maximumWidth {
                number = Formatter.maximumWidth + 1
            } else {
                number = number * 10 + Int(format[index] - UInt8(ascii: "0"))
            }
            index += 1
        }
        return index == start || number > Formatter.maximumWidth ? nil : number
    }

    /// `[3]`, counted from one.
    mutating func readArgumentIndex() {
        guard index < format.count, format[index] == UInt8(ascii: "[") else { return }
        isReordered = true
        guard let end = format[index...].firstIndex(of: UInt8(ascii: "]")) else {
            indexIsGood = false
            index += 1
            return
        }
        index += 1
        let number = readNumber()
        let isWhole = index == end
        index = end + 1
        guard let number, isWhole, number >= 1, number <= values.count else {
            indexIsGood = false
            return
        }
        next = number - 1
        hasIndex = true
    }

    mutating func readVerb() -> Unicode.Scalar? {
        guard index < format.count else { return nil }
        let scalar = UTF8Scalar(format, at: index)
        index += scalar.width
        return scalar.scalar
    }

    mutating func take() -> TemplateValue? {
        guard next < values.count else { return nil }
        next += 1
        return values[next - 1]
    }

    /// The argument for a `*`.
    mutating func takeInteger() -> Int? {
        defer { hasIndex = false }
        guard let value = take() else { return nil }
        let number: Int?
        switch value {
        case .int(let int): number = Int(exactly: int)
        case .uint(let uint, _): number = Int(exactly: uint)
        default: number = nil
        }
        guard let number, number.magnitude <= Formatter.maximumWidth else { return nil }
        return number
    }
}
