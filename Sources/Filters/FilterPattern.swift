import Glibc

/// A regular expression found anywhere in a text, as engines search names and IDs.
///
/// Engines use Go's RE2; this uses POSIX extended expressions of the C library behind `PatternTranslation`,
/// which says what differs. Matching is by bytes: `.` is half of an "é".
final class FilterPattern {
    private let text: String
    private var compiled: regex_t

    /// - Throws: `invalidPattern`, in whose place an engine silently matches nothing.
    init(key: String, _ text: String) throws(FilterError) {
        let translation: PatternTranslation
        do {
            translation = try PatternTranslation(text)
        } catch {
            throw .invalidPattern(key: key, value: text, reason: error.reason)
        }
        var compiled = regex_t()
        let flags = REG_EXTENDED | REG_NOSUB | (translation.ignoresCase ? REG_ICASE : 0)
        let code = regcomp(&compiled, translation.posix, flags)
        guard code == 0 else { throw .invalidPattern(key: key, value: text, reason: Self.reason(code)) }
        self.text = text
        self.compiled = compiled
    }

    deinit { regfree(&compiled) }

    /// Whether the subject is equal to the pattern's text or has a match somewhere.
    func matches(_ subject: String) -> Bool { subject == text || regexec(&compiled, subject, 0, nil, 0) == 0 }

    private static func reason(_ code: Int32) -> String {
        switch reg_errcode_t(code) {
        case _REG_EBRACK: "a bracket is not closed"
        case _REG_EPAREN, _REG_ERPAREN: "parentheses do not pair up"
        case _REG_BADBR, _REG_EBRACE: "a repeat count in braces is wrong"
        case _REG_BADRPT: "there is nothing to repeat"
        case _REG_ERANGE: "a range in brackets is backwards"
        case _REG_ECTYPE: "a character class has an unknown name"
        case _REG_EESCAPE: "it ends with a backslash"
        default: "it is too large"
        }
    }
}
