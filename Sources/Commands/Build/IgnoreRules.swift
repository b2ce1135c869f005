/// What a `.dockerignore` file says: the last line that speaks of a path, or of a folder above it, decides.
struct IgnoreRules: Equatable {
    /// A line that cannot be understood.
    struct Problem: Error, Equatable {
        /// Counted from 1.
        let line: Int
        let text: String
    }

    private struct Rule: Equatable {
        let pattern: PathPattern
        /// `!`: what matches is sent after all.
        let isException: Bool
        /// The pattern's parts between slashes, up to the first that may match slashes, whose place nil takes.
        let parts: [PathPattern?]
    }

    /// Which rules speak of a path or of a folder above it.
    struct Marks {
        fileprivate let hits: [Bool]
        let isIgnored: Bool
    }

    private let rules: [Rule]

    /// Rules that ignore nothing.
    static let none = IgnoreRules(rules: [])

    private init(rules: [Rule]) { self.rules = rules }

    /// Reads a file: one pattern a line, `#` lines and blank ones left out, blanks around a pattern dropped.
    init(file: [UInt8]) throws(Problem) {
        let bytes = file.starts(with: [0xef, 0xbb, 0xbf]) ? file.dropFirst(3) : file[...]
        var rules: [Rule] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() where bytes.first != UInt8(ascii: "#") {
            let line = String(decoding: bytes, as: UTF8.self).trimmingWhitespace
            if line.isEmpty { continue }
            guard let rule = try? Self.rule(line) else { throw Problem(line: index + 1, text: String(line)) }
            rules.append(rule)
        }
        self.rules = rules
    }

    private static func rule(_ line: Substring) throws(PathPattern.SyntaxError) -> Rule {
        let isException = line.first == "!"
        let written = isException ? line.dropFirst().trimmingWhitespace : line
        if written.isEmpty { throw PathPattern.SyntaxError() }
        var path = CleanPath.of(written)
        if path.count > 1, path.first == "/" { path.removeFirst() }
        var parts: [PathPattern?] = []
        for part in path.split(separator: "/") {
            // `**` and classes reach over slashes, and an escaped slash leaves half a pattern here.
            guard !part.contains("**"), !part.contains("["), let pattern = try? PathPattern(part) else {
                parts.append(nil)
                break
            }
            parts.append(pattern)
        }
        return Rule(pattern: try PathPattern(path), isException: isException, parts: parts)
    }

    /// What the rules say of a path in a folder of which they said `parent`.
    func marks(of path: [Unicode.Scalar], in parent: Marks?) -> Marks {
        var hits = parent?.hits ?? [Bool](repeating: false, count: rules.count)
        var isIgnored = false
        for (index, rule) in rules.enumerated() {
            // A line that could not change anything for a folder is not held to have spoken of it: BuildKit, whose
            // reading counts, lets `!dir/file` stand between `*` and `dir` for this reason.
            if !hits[index], rule.isException == isIgnored { hits[index] = rule.pattern.matches(path[...]) }
            if hits[index] { isIgnored = !rule.isException }
        }
        return Marks(hits: hits, isIgnored: isIgnored)
    }

    /// Whether the path is left out, told without a walk.
    func ignores(_ path: String) -> Bool {
        var marks: Marks?
        var walked: [Unicode.Scalar] = []
        for part in path.split(separator: "/") {
            walked += (walked.isEmpty ? [] : ["/"]) + Array(part.unicodeScalars)
            marks = self.marks(of: walked, in: marks)
        }
        return marks?.isIgnored ?? false
    }

    /// Whether an exception could bring back something inside an ignored folder, so that it must be walked.
    func mayReinclude(below folder: [Unicode.Scalar]) -> Bool {
        let names = folder.split(separator: "/")
        return rules.contains { rule in
            guard rule.isException else { return false }
            for (part, name) in zip(rule.parts, names) {
                guard let part else { return true }
                guard part.matches(name) else { return false }
            }
            return rule.parts.count > names.count || rule.parts.last == .some(nil)
        }
    }
}

/// A path without what does not change it: doubled slashes, `.`, and `..` where a name is before it.
enum CleanPath {
    static func of(_ path: some StringProtocol) -> String {
        let isRooted = path.first == "/"
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isRooted {
                parts.append(Substring(part))
            }
        }
        let joined = (isRooted ? "/" : "") + parts.joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }
}

extension StringProtocol where SubSequence == Substring {
    fileprivate var trimmingWhitespace: Substring {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return view
    }
}
