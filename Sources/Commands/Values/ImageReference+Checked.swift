extension ImageReference {
    /// Reads a reference that must be one: what an engine would refuse is refused here, before anything is asked.
    ///
    /// The grammar is that of the distribution project's reference package.
    init(checking text: String) throws(Failure) {
        self.init(text)
        let name = "\(domain)/\(path)"
        if path != path.lowercased() {
            throw Failure("invalid reference format: the repository name \(path.debugDescription) must be lower case")
        }
        let isHexID = text.utf8.count == 64 && text.utf8.allSatisfy(\.isLowerHex)
        guard !isHexID else {
            throw Failure("invalid repository name \(text.debugDescription): 64 hexadecimal digits are an id")
        }
        guard Self.isDomain(domain), Self.isPath(path), tag.map(Self.isTag) ?? true, digest.map(Self.isDigest) ?? true,
            name.utf8.count <= 255 + 1
        else {
            throw Failure("invalid reference format: \(text.debugDescription)")
        }
    }

    /// Whether neither a tag nor a digest was written.
    var isNameOnly: Bool { tag == nil && digest == nil }

    /// The tag or digest that a pull asks for.
    var tagOrDigest: String { digest ?? tag ?? Self.defaultTag }

    /// The reference in full, with the tag that is meant when none is written.
    var canonical: String {
        let suffix = digest.map { "@\($0)" } ?? ""
        return "\(domain)/\(path)" + (tag.map { ":\($0)" } ?? (digest == nil ? ":\(Self.defaultTag)" : "")) + suffix
    }

    static let defaultTag = "latest"

    private static func isDomain(_ text: String) -> Bool {
        var host = text[...]
        if let colon = host.lastIndex(of: ":"), !host.hasSuffix("]") {
            let port = host[host.index(after: colon)...]
            guard !port.isEmpty, port.utf8.allSatisfy(\.isDigit) else { return false }
            host = host[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let address = host.dropFirst().dropLast()
            return !address.isEmpty && address.utf8.allSatisfy { $0.isHex || $0 == UInt8(ascii: ":") }
        }
        return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.first != "-" && part.last != "-"
                && part.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isPath(_ text: String) -> Bool {
        text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isPathComponent)
    }

    /// Lower case letters and digits, with separators between: `.`, `_`, `__`, or any number of `-`.
    private static func isPathComponent(_ text: Substring) -> Bool {
        var separator: [UInt8] = []
        var isStart = true
        for byte in text.utf8 {
            if byte.isLowerOrDigit {
                guard separator.isEmpty || (!isStart && isSeparator(separator)) else { return false }
                separator = []
                isStart = false
            } else {
                separator.append(byte)
            }
        }
        return !isStart && separator.isEmpty
    }

    private static func isSeparator(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 == UInt8(ascii: "-") }
            || [Array(".".utf8), Array("_".utf8), Array("__".utf8)].contains(bytes)
    }

    private static func isTag(_ text: String) -> Bool {
        let isWord = { (byte: UInt8) in byte.isLetterOrDigit || byte == UInt8(ascii: "_") }
        guard let first = text.utf8.first, isWord(first), text.utf8.count <= 128 else { return false }
        return text.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    private static func isDigest(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, !first.isDigit, first.isLetterOrDigit else {
            return false
        }
        let isAlgorithm = parts[0].utf8.allSatisfy {
            $0.isLetterOrDigit
                || [UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains($0)
        }
        let wanted = ["sha256": 64, "sha384": 96, "sha512": 128][parts[0]]
        let hex = parts[1].utf8
        return isAlgorithm && hex.count >= 32 && hex.allSatisfy(\.isHex) && (wanted == nil || wanted == hex.count)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowerOrDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isLetterOrDigit: Bool { isLowerOrDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    fileprivate var isLowerHex: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self) }
    fileprivate var isHex: Bool { isLowerHex || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self) }
}
