/// A regular expression in Go's RE2 syntax, respelt as a POSIX extended one of the C library.
///
/// Rewritten: `\d`, `\D`, `\A`, `\z`, `\t` and its like, `(?:…)`, a leading `(?i)`, lazy repeats (whether there
/// is a match does not depend on them) and escapes inside brackets. Refused, though RE2 knows them: other
/// `(?…)` groups, `\p{…}`, `\Q…\E`, `\x…`, `\W` and `\S` in brackets. Refused as in RE2: back references and
/// repeats of nothing.
struct PatternTranslation {
    struct Refusal: Error {
        let reason: String
    }

    private(set) var posix = ""
    private(set) var ignoresCase = false
    private var rest: Substring
    private var canRepeat = false
    private var openGroups = 0

    init(_ pattern: String) throws(Refusal) {
        rest = pattern[...]
        if skip("(?i)") { ignoresCase = true }
        while let character = rest.popFirst() { try translate(character) }
    }

    private mutating func translate(_ character: Character) throws(Refusal) {
        switch character {
        case "\\": try escape()
        case "[": try bracket()
        case "*", "+", "?": try repeated(String(character))
        case "{": try repeated("{" + count())
        case "(":
            if rest.hasPrefix("?"), !skip("?:") { throw Refusal(reason: "groups with (?…) are not supported") }
            openGroups += 1
            add("(", canRepeat: false)
        case ")":
            guard openGroups > 0 else { throw Refusal(reason: "parentheses do not pair up") }
            openGroups -= 1
            add(")")
        case "|", "^": add(String(character), canRepeat: false)
        default: add(String(character))
        }
    }

    private mutating func add(_ text: String, canRepeat: Bool = true) {
        posix += text
        self.canRepeat = canRepeat
    }

    private mutating func skip(_ prefix: String) -> Bool {
        guard rest.hasPrefix(prefix) else { return false }
        rest.removeFirst(prefix.count)
        return true
    }

    private mutating func repeated(_ mark: String) throws(Refusal) {
        guard canRepeat else { throw Refusal(reason: "there is nothing to repeat") }
        add(mark, canRepeat: false)
        _ = skip("?")
    }

    private mutating func count() -> String {
        let end = rest.firstIndex(of: "}").map(rest.index(after:)) ?? rest.endIndex
        defer { rest = rest[end...] }
        return String(rest[..<end])
    }

    private mutating func escape() throws(Refusal) {
        guard let character = rest.popFirst() else { throw Refusal(reason: "it ends with a backslash") }
        switch character {
        case "d": add("[0-9]")
        case "D": add("[^0-9]")
        case "A": add("^", canRepeat: false)
        case "z": add("$")
        case "w", "W", "s", "S", "b", "B": add("\\\(character)")
        case "<", ">", "`", "'": add("[\(character)]")
        default: add(try Self.control(character) ?? "\\\(character)")
        }
    }

    /// The control character behind `\t` and its like; nil for punctuation, which stands for itself.
    private static func control(_ character: Character) throws(Refusal) -> String? {
        switch character {
        case "a": return "\u{7}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{B}"
        case _ where character.isLetter || character.isNumber:
            throw Refusal(reason: "\\\(character) is not supported")
        default: return nil
        }
    }

    /// POSIX knows no escapes in brackets: `]` must come first, `-` last, and `^` not first.
    private mutating func bracket() throws(Refusal) {
        let start = skip("^") ? "[^" : "["
        var first = ""
        var body = ""
        var tail = ""
        var isFirst = true
        loop: while true {
            guard let character = rest.popFirst() else { throw Refusal(reason: "a bracket is not closed") }
            switch character {
            case "]" where isFirst: first = "]"
            case "]": break loop
            case "[" where rest.hasPrefix(":"):
                body += "["
                while let next = rest.popFirst() {
                    body.append(next)
                    if body.hasSuffix(":]") { break }
                }
            case "[": tail = "[" + tail
            case "^": tail += "^"
            case "-" where isFirst || rest.hasPrefix("]"): tail += "-"
            case "\\":
                switch rest.popFirst() {
                case "d": body += "0-9"
                case "w": body += "[:alnum:]_"
                case "s": body += "[:space:]"
                case "]": first = "]"
                case "-": tail += "-"
                case "^": tail += "^"
                case "[": tail = "[" + tail
                case "D", "W", "S", nil: throw Refusal(reason: "a negated class in brackets is not supported")
                case .some(let escaped): body += try Self.control(escaped) ?? String(escaped)
                }
            default: body.append(character)
            }
            isFirst = false
        }
        let members = first + body + (tail.contains("[") ? "[" : "")
        let caret = tail.contains("^") ? "^" : ""
        let dash = tail.contains("-") ? "-" : ""
        switch (start + members + caret, dash) {
        case ("[^", "") where !caret.isEmpty: add("\\^")
        case ("[^", "-") where !caret.isEmpty: add("[-^]")
        default: add(start + members + caret + dash + "]")
        }
    }
}
