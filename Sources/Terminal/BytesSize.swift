/// Sizes in powers of 1024: `1.5KiB`, `12.35MiB`.
public enum BytesSize {
    private static let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"]

    public static func text(_ bytes: Double) -> String {
        ScaledNumber.text(bytes, base: 1024, units: units, precision: 4)
    }

    public static func text(_ bytes: some BinaryInteger) -> String {
        text(Double(bytes))
    }
}
