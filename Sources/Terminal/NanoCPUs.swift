/// A number of processors in billionths, as the engine counts them.
public enum NanoCPUs {
    static let one: UInt64 = 1_000_000_000

    /// Reads `1.5`, `.25` and `1/2`. Throws `UnitError`, also for more than nine decimals.
    public static func parse(_ text: String) throws -> Int64 {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
        let count = try digits.contains("/") ? parseRatio(digits) : parseDecimal(digits)
        return isNegative ? -count : count
    }

    /// Three decimals, rounded: `1.500`.
    public static func text(_ count: Int64) -> String {
        let magnitude = count.magnitude
        let thousandths = magnitude / 1_000_000 + (magnitude % 1_000_000 >= 500_000 ? 1 : 0)
        let decimals = String(thousandths % 1000)
        let zeros = String(repeating: "0", count: 3 - decimals.count)
        return "\(count < 0 ? "-" : "")\(thousandths / 1000).\(zeros)\(decimals)"
    }

    private static func parseDecimal(_ text: Substring) throws -> Int64 {
        guard let decimal = Decimal(text) else { throw UnitError.notANumber(String(text)) }
        guard decimal.isWhole(multipliedBy: one) else { throw UnitError.tooPrecise(String(text)) }
        guard let count = decimal.multiplied(by: one) else { throw UnitError.outOfRange(String(text)) }
        return count
    }

    private static func parseRatio(_ text: Substring) throws -> Int64 {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let numerator = UInt64(parts[0]), let denominator = UInt64(parts[1]), denominator > 0
        else { throw UnitError.notANumber(String(text)) }
        let product = numerator.multipliedFullWidth(by: one)
        guard product.high < denominator else { throw UnitError.outOfRange(String(text)) }
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        guard remainder == 0 else { throw UnitError.tooPrecise(String(text)) }
        guard let count = Int64(exactly: quotient) else { throw UnitError.outOfRange(String(text)) }
        return count
    }
}
