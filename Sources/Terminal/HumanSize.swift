/// Sizes in powers of 1000: `1.5kB`, `12.35MB`.
public enum HumanSize {
    private static let units = ["B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"]

    /// At most `precision` significant digits; size columns of `images` use 3.
    public static func text(_ bytes: Double, precision: Int = 4) -> String {
        ScaledNumber.text(bytes, base: 1000, units: units, precision: precision)
    }

    public static func text(_ bytes: some BinaryInteger, precision: Int = 4) -> String {
        text(Double(bytes), precision: precision)
    }
}
