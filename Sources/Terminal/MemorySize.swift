/// Sizes as typed: `512`, `1.5g`, `64 MiB`; powers of 1024 whatever the spelling.
public enum MemorySize {
    private static let units: [Character: UInt64] = [
        "b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40, "p": 1 << 50,
    ]

    /// Bytes, a fraction of one dropped. Throws `UnitError`.
    public static func parse(_ text: String) throws -> Int64 {
        let number = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        var suffix = text[number.endIndex...].lowercased()
        if suffix.hasPrefix(" ") { suffix.removeFirst() }
        guard let decimal = Decimal(number), let multiplier = multiplier(of: suffix) else {
            throw UnitError.notASize(text)
        }
        guard let bytes = decimal.multiplied(by: multiplier) else { throw UnitError.outOfRange(text) }
        return bytes
    }

    private static func multiplier(of suffix: String) -> UInt64? {
        guard let letter = suffix.first else { return 1 }
        guard let multiplier = units[letter] else { return nil }
        let rest = suffix.dropFirst()
        let isKnown = rest.isEmpty || (letter != "b" && (rest == "b" || rest == "ib"))
        return isKnown ? multiplier : nil
    }
}
