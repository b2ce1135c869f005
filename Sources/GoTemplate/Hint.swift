/// Ways out that an error can point to.
enum Hint {
    /// The name closest to a misspelt one, unless none is close.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(64))
        var best: (name: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(wanted, Array(candidate.lowercased().utf8.prefix(64)))
            guard distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// For a `-` inside of a field name, how to reach such a key.
    static func forBadCharacter(in source: [UInt8], at token: Token) -> String? {
        let end = token.range.upperBound
        guard case .error(let message) = token.kind, message.hasPrefix("bad character"), end < source.count,
            source[end] == UInt8(ascii: "-")
        else { return nil }
        let field = String(decoding: source[token.range], as: UTF8.self)
        guard field.hasPrefix(".") else { return nil }
        let stop = source[end...].firstIndex { !isPartOfKey($0) } ?? source.count
        let key = String(decoding: source[(token.range.lowerBound + 1)..<stop], as: UTF8.self)
        var start = token.range.lowerBound
        while start > 0, isPartOfKey(source[start - 1]) || source[start - 1] == UInt8(ascii: "$") { start -= 1 }
        let path =
            start < token.range.lowerBound
            ? String(decoding: source[start..<token.range.lowerBound], as: UTF8.self) : "."
        return "a name with \"-\" is reached by {{index \(path) \"\(key)\"}}"
    }

    private static func isPartOfKey(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || Unicode.Scalar(byte).isAlphanumeric
    }

    /// How many insertions, deletions and replacements lead from one to the other.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (i, left) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, right) in second.enumerated() {
                let above = row[j + 1]
                row[j + 1] = left == right ? diagonal : 1 + min(diagonal, above, row[j])
                diagonal = above
            }
        }
        return row[second.count]
    }
}
