/// Durations as the engine's world spells them: `1h2m3.5s`. Values are nanoseconds.
public enum GoDuration {
    private static let units: [(name: String, nanoseconds: UInt64)] = [
        ("ns", 1), ("us", 1000), ("\u{B5}s", 1000), ("\u{3BC}s", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    /// Numbers with units, added up; a bare number is an error unless it is 0. Throws `UnitError`.
    public static func parse(_ text: String) throws -> Int64 {
        var rest = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        if rest == "0" { return 0 }
        guard !rest.isEmpty else { throw UnitError.notADuration(text) }
        let isNegative = text.hasPrefix("-")
        var sum: Int64 = 0
        while !rest.isEmpty {
            let number = rest.prefix(while: isNumeral)
            rest = rest[number.endIndex...]
            let name = rest.prefix { !isNumeral($0) }
            rest = rest[name.endIndex...]
            guard let decimal = Decimal(number), let unit = units.first(where: { $0.name == name }) else {
                throw UnitError.notADuration(text)
            }
            guard let part = decimal.multiplied(by: unit.nanoseconds) else { throw UnitError.outOfRange(text) }
            let (total, overflow) = sum.addingReportingOverflow(part)
            guard !overflow else { throw UnitError.outOfRange(text) }
            sum = total
        }
        return isNegative ? -sum : sum
    }

    /// The shortest exact spelling with all smaller units: `1h0m0s`, `1.5ms`, `0s`.
    public static func print(_ nanoseconds: Int64) -> String {
        let sign = nanoseconds < 0 ? "-" : ""
        let size = nanoseconds.magnitude
        if size == 0 { return "0s" }
        if size < 1000 { return "\(sign)\(size)ns" }
        if size < 1_000_000 { return sign + decimal(size, digits: 3) + "\u{B5}s" }
        if size < 1_000_000_000 { return sign + decimal(size, digits: 6) + "ms" }
        let minutes = size / 60_000_000_000
        let seconds = decimal(size % 60_000_000_000, digits: 9) + "s"
        if minutes == 0 { return sign + seconds }
        if minutes < 60 { return "\(sign)\(minutes)m\(seconds)" }
        return "\(sign)\(minutes / 60)h\(minutes % 60)m\(seconds)"
    }

    private static func isNumeral(_ character: Character) -> Bool {
        character == "." || ("0"..."9").contains(character)
    }

    /// `number / 10^digits` without trailing zeros.
    private static func decimal(_ number: UInt64, digits: Int) -> String {
        var text = String(number)
        if text.count <= digits { text = String(repeating: "0", count: digits + 1 - text.count) + text }
        var fraction = text.suffix(digits)
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? String(text.dropLast(digits)) : text.dropLast(digits) + "." + fraction
    }
}
