/// Ways out that an error can point to.
enum Hint {
    /// The name closest to a misspelt one, unless none is close.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(64))
        var best: (name: String, distance: Int)?
        for candidate in candidates.prefix(1_000) {
            let distance = distance(wanted, Array(candidate.lowercased().utf8.prefix(64)))
            guard distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.name
    }

    /// For a `-` inside of a field name, how to reach such a key: fields start with a capital, keys seldom do.
    static func forBadCharacter(in source: [UInt8], at token: Token) -> String? {
        let end = token.range.upperBound
        guard case .error(let message) = token.kind, message.hasPrefix("bad character"), end < source.count,
            source[end] == UInt8(ascii: "-"), source[token.range.lowerBound] == UInt8(ascii: ".")
        else { return nil }
        let stop = source.indices[end...].first { !isPartOfKey(source[$0]) || startsField(source, $0) } ?? source.count
        var start = token.range.lowerBound
        while start > 0, isPartOfKey(source[start - 1]) { start -= 1 }
        let names = String(decoding: source[start..<stop], as: UTF8.self).split(separator: ".")
        let root = names.first.flatMap { $0.first == "$" ? String($0) : nil }
        let fields = names.dropFirst(root == nil ? 0 : 1)
        let path = fields.prefix { $0.first?.isUppercase == true && !$0.contains("-") }
        let key = fields.dropFirst(path.count).joined(separator: ".")
        var target = (root ?? "") + path.map { "." + $0 }.joined()
        if target.isEmpty { target = "." }
        if start > 0, source[start - 1] == UInt8(ascii: ")") { target = "(…)" }
        return key.isEmpty ? nil : "a name with \"-\" is reached by {{index \(target) \"\(key)\"}}"
    }

    /// For a field that is only the start of a key with dots in it, how to reach that key.
    static func forDottedKey(startingWith name: String, among keys: [String]) -> String? {
        keys.prefix(1_000).first { $0.hasPrefix(name + ".") }
            .map { "a name with \".\" is reached by {{index … \"\($0)\"}}" }
    }

    /// Whether a point is followed by a capital, as in front of a field of what the key leads to.
    private static func startsField(_ source: [UInt8], _ index: Int) -> Bool {
        guard source[index] == UInt8(ascii: "."), index + 1 < source.count else { return false }
        return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(source[index + 1])
    }

    private static func isPartOfKey(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: ".")
            || Unicode.Scalar(byte).isAlphanumeric
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
