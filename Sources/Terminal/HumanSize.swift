import CTerminal

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

enum ScaledNumber {
    static func text(_ number: Double, base: Double, units: [String], precision: Int) -> String {
        var scaled = number
        var unit = 0
        while scaled >= base, unit < units.count - 1 {
            scaled /= base
            unit += 1
        }
        return general(scaled, precision: precision) + units[unit]
    }

    /// As C's `%.*g`, which is how sizes have always been shown, `1e+03kB` included.
    private static func general(_ number: Double, precision: Int) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            let precision = Int32(min(max(precision, 1), 17))
            let count = cterminal_format_general(number, precision, buffer.baseAddress, buffer.count)
            return String(decoding: buffer[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
