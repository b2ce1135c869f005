/// One word of the template language.
struct Token {
    enum Kind: Equatable {
        case text, leftDelimiter, rightDelimiter, space, end
        case bool, character, complex, number, string, rawString
        case identifier, field, variable, dot
        case assign, declare, pipe, leftParen, rightParen, other
        case keyword
        case error(String)
    }

    var kind: Kind
    /// The token's bytes in the source.
    var range: Range<Int>
    /// The token's text, except for `text` tokens, whose bytes are taken from the source.
    var text: String

    /// How a message names the token.
    var description: String {
        switch kind {
        case .end: return "EOF"
        case .error(let message): return message
        case .keyword, .dot: return "<\(text)>"
        default:
            if range.count > 10 {
                return Quoting.quoted(String(String.UnicodeScalarView(text.unicodeScalars.prefix(10)))) + "..."
            }
            return Quoting.quoted(text)
        }
    }
}
