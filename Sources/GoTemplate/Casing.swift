/// Changes of case, character by character: none becomes two.
enum Casing {
    static func lower(_ bytes: [UInt8]) -> [UInt8] {
        map(bytes) { scalar, _ in scalar == "\u{130}" ? "i" : single(scalar.properties.lowercaseMapping) ?? scalar }
    }

    static func upper(_ bytes: [UInt8]) -> [UInt8] {
        map(bytes) { scalar, _ in upper(scalar) }
    }

    /// The first letter of each word in title case, the rest as it is.
    static func title(_ bytes: [UInt8]) -> [UInt8] {
        map(bytes) { scalar, previous in
            separatesWords(previous) ? single(scalar.properties.titlecaseMapping) ?? scalar : scalar
        }
    }

    /// Where the full mapping is longer than one character, the title case is Unicode's simple upper case, if any is.
    private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        single(scalar.properties.uppercaseMapping) ?? single(scalar.properties.titlecaseMapping) ?? scalar
    }

    private static func single(_ mapping: String) -> Unicode.Scalar? {
        mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }

    private static func separatesWords(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return !scalar.isAlphanumeric }
        return !scalar.isAlphanumeric && scalar.properties.isWhitespace
    }

    private static func map(
        _ bytes: [UInt8], _ transform: (_ scalar: Unicode.Scalar, _ previous: Unicode.Scalar) -> Unicode.Scalar
    ) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var previous: Unicode.Scalar = " "
        UTF8Scalar.forEach(bytes) { next in
            output += String(transform(next.scalar, previous)).utf8
            previous = next.scalar
        }
        return output
    }
}
