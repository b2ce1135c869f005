/// A decimal number as typed, digits and at most one point, without rounding.
struct Decimal {
    private static let fractionScale: UInt64 = 1_000_000_000_000_000_000

    /// Nil when the digits exceed 64 bits.
    private let whole: UInt64?
    /// In units of 1e-18.
    private let fraction: UInt64
    /// There are digits other than 0 beyond the eighteenth.
    private let hasMore: Bool

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let integral = parts[0]
        let decimals = parts.count > 1 ? String(parts[1]) : ""
        guard !(integral.isEmpty && decimals.isEmpty) else { return nil }
        guard integral.utf8.allSatisfy(Self.isDigit), decimals.utf8.allSatisfy(Self.isDigit) else { return nil }
        whole = integral.isEmpty ? 0 : UInt64(integral)
        let kept = decimals.prefix(18)
        fraction = UInt64(kept + String(repeating: "0", count: 18 - kept.count)) ?? 0
        hasMore = decimals.dropFirst(18).contains { $0 != "0" }
    }

    /// The product without its fraction; nil when it exceeds `Int64`.
    func multiplied(by factor: UInt64) -> Int64? {
        guard let whole else { return nil }
        let product = whole.multipliedReportingOverflow(by: factor)
        let part = fraction.multipliedFullWidth(by: factor)
        // The fraction is below one, so that the quotient is below the factor and fits.
        let (quotient, _) = Self.fractionScale.dividingFullWidth(part)
        let sum = product.partialValue.addingReportingOverflow(quotient)
        guard !product.overflow, !sum.overflow else { return nil }
        return Int64(exactly: sum.partialValue)
    }

    /// Whether the product has no fraction.
    func isWhole(multipliedBy factor: UInt64) -> Bool {
        let part = fraction.multipliedFullWidth(by: factor)
        return !hasMore && Self.fractionScale.dividingFullWidth(part).remainder == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
