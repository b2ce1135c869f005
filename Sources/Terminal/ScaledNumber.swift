import CTerminal

/// A number brought below a base by units, each a base larger than the one before.
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
