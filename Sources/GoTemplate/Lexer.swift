/// Cuts a template into tokens, one at a time.
struct Lexer {
    let source: [UInt8]
    private var position = 0
    private var start = 0
    private var insideAction = false
    private var parenDepth = 0
    private var isFinished = false

    private static let keywords: Set<String> = [
        "block", "break", "continue", "define", "else", "end", "if", "nil", "range", "template", "with",
    ]

    init(_ source: [UInt8]) {
        self.source = source
    }

    /// The next token; after an error or the end, only `end`.
    mutating func next() -> Token {
        if isFinished { return Token(kind: .end, range: position..<position, text: "") }
        return insideAction ? nextInAction() : nextText()
    }

    // MARK: Outside of actions

    private mutating func nextText() -> Token {
        while true {
            start = position
            let open = firstDelimiter(from: position)
            guard let open else {
                position = source.count
                if start < position { return token(.text) }
                isFinished = true
                return token(.end)
            }
            let inner = open + 2
            let trims = hasLeftTrim(at: inner)
            if open > position {
                var end = open
                if trims { while end > start, isSpace(source[end - 1]) { end -= 1 } }
                position = open
                if end > start { return Token(kind: .text, range: start..<end, text: "") }
                start = open
            }
            position = inner + (trims ? 2 : 0)
            start = position
            guard starts(with: "/*", at: position) else {
                insideAction = true
                parenDepth = 0
                return Token(kind: .leftDelimiter, range: open..<inner, text: "{{")
            }
            if let error = skipComment() { return error }
        }
    }

    private mutating func skipComment() -> Token? {
        var end = position + 2
        while end < source.count, !starts(with: "*/", at: end) { end += 1 }
        guard end < source.count else { return fail("unclosed comment") }
        position = end + 2
        guard let closing = rightDelimiter(at: position) else { return fail("comment ends before closing delimiter") }
        pass(closing)
        return nil
    }

    private func firstDelimiter(from index: Int) -> Int? {
        var index = index
        while index + 1 < source.count {
            if source[index] == UInt8(ascii: "{"), source[index + 1] == UInt8(ascii: "{") { return index }
            index += 1
        }
        return nil
    }

    // MARK: Inside actions

    private mutating func nextInAction() -> Token {
        start = position
        if let closing = rightDelimiter(at: position) {
            guard parenDepth == 0 else { return fail("unclosed left paren") }
            return close(closing)
        }
        guard let scalar = advance() else { return fail("unclosed action") }
        switch scalar {
        case " ", "\t", "\r", "\n": return space()
        case "=": return token(.assign)
        case ":": return advance() == "=" ? token(.declare) : fail("expected :=")
        case "|": return token(.pipe)
        case "\"": return quoted("\"", .string, "unterminated quoted string")
        case "'": return quoted("'", .character, "unterminated character constant")
        case "`": return rawString()
        case "$": return isAtTerminator ? token(.variable) : name(.variable)
        case ".":
            if position < source.count, source[position] < UInt8(ascii: "0") || source[position] > UInt8(ascii: "9") {
                return isAtTerminator ? token(.dot) : name(.field)
            }
            position = start
            return number()
        case "+", "-", "0"..."9":
            position = start
            return number()
        case _ where scalar.isAlphanumeric: return word()
        case "(":
            parenDepth += 1
            return token(.leftParen)
        case ")":
            parenDepth -= 1
            return parenDepth < 0 ? fail("unexpected right paren") : token(.rightParen)
        case "!"..."~": return token(.other)
        default: return fail("unrecognized character in action: \(Quoting.codePoint(scalar))")
        }
    }

    private mutating func close(_ closing: (trims: Bool, length: Int)) -> Token {
        let delimiter = position + closing.length - 2
        pass(closing)
        insideAction = false
        return Token(kind: .rightDelimiter, range: delimiter..<delimiter + 2, text: "}}")
    }

    private mutating func space() -> Token {
        while position < source.count, isSpace(source[position]) { position += 1 }
        if let closing = rightDelimiter(at: position - 1), closing.trims {
            position -= 1
            if position == start {
                return parenDepth == 0 ? close(closing) : fail("unclosed left paren")
            }
        }
        return token(.space)
    }

    private mutating func quoted(_ quote: Unicode.Scalar, _ kind: Token.Kind, _ message: String) -> Token {
        while let scalar = advance(), scalar != "\n" {
            if scalar == quote { return token(kind) }
            if scalar == "\\" {
                guard let escaped = advance(), escaped != "\n" else { break }
            }
        }
        return fail(message)
    }

    private mutating func rawString() -> Token {
        while let scalar = advance() {
            if scalar == "`" { return token(.rawString) }
        }
        return fail("unterminated raw quoted string")
    }

    private mutating func name(_ kind: Token.Kind) -> Token {
        skipAlphanumerics()
        guard isAtTerminator else { return failAtCharacter() }
        return token(kind)
    }

    private mutating func word() -> Token {
        skipAlphanumerics()
        guard isAtTerminator else { return failAtCharacter() }
        var token = token(.identifier)
        if Self.keywords.contains(token.text) {
            token.kind = .keyword
        } else if token.text == "true" || token.text == "false" {
            token.kind = .bool
        }
        return token
    }

    private mutating func number() -> Token {
        guard scanNumber() else { return failAtNumber() }
        if let sign = peek(), sign == "+" || sign == "-" {
            guard scanNumber(), source[position - 1] == UInt8(ascii: "i") else { return failAtNumber() }
            return token(.complex)
        }
        return token(.number)
    }

    private mutating func scanNumber() -> Bool {
        accept("+-")
        var digits = "0123456789_"
        if accept("0") {
            if accept("xX") {
                digits = "0123456789abcdefABCDEF_"
            } else if accept("oO") {
                digits = "01234567_"
            } else if accept("bB") {
                digits = "01_"
            }
        }
        acceptRun(digits)
        if accept(".") { acceptRun(digits) }
        let exponent = digits.utf8.count == 11 ? "eE" : digits.utf8.count == 23 ? "pP" : ""
        if accept(exponent) {
            accept("+-")
            acceptRun("0123456789_")
        }
        accept("i")
        if let scalar = peek(), scalar.isAlphanumeric {
            _ = advance()
            return false
        }
        return true
    }

    // MARK: Characters

    @discardableResult
    private mutating func accept(_ set: String) -> Bool {
        guard position < source.count, set.utf8.contains(source[position]) else { return false }
        position += 1
        return true
    }

    private mutating func acceptRun(_ set: String) {
        while accept(set) {}
    }

    private mutating func skipAlphanumerics() {
        while let scalar = peek(), scalar.isAlphanumeric { position += UTF8.width(scalar) }
    }

    private mutating func advance() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += UTF8.width(scalar)
        return scalar
    }

    private func peek() -> Unicode.Scalar? {
        guard position < source.count else { return nil }
        return UTF8Scalar(source, at: position).scalar
    }

    private var isAtTerminator: Bool {
        guard let scalar = peek() else { return true }
        switch scalar {
        case " ", "\t", "\r", "\n", ".", ",", "|", ":", ")", "(": return true
        default: return starts(with: "}}", at: position)
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    private func starts(with text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= source.count else { return false }
        for offset in 0..<text.utf8CodeUnitCount where source[index + offset] != text.utf8Start[offset] { return false }
        return true
    }

    private func hasLeftTrim(at index: Int) -> Bool {
        index + 1 < source.count && source[index] == UInt8(ascii: "-") && isSpace(source[index + 1])
    }

    private func rightDelimiter(at index: Int) -> (trims: Bool, length: Int)? {
        if starts(with: "}}", at: index) { return (false, 2) }
        if index < source.count, isSpace(source[index]), starts(with: "-}}", at: index + 1) { return (true, 4) }
        return nil
    }

    private mutating func pass(_ closing: (trims: Bool, length: Int)) {
        position += closing.length
        if closing.trims { while position < source.count, isSpace(source[position]) { position += 1 } }
    }

    // MARK: Tokens

    private func token(_ kind: Token.Kind) -> Token {
        let text = kind == .text ? "" : String(decoding: source[start..<position], as: UTF8.self)
        return Token(kind: kind, range: start..<position, text: text)
    }

    private mutating func fail(_ message: String) -> Token {
        isFinished = true
        return Token(kind: .error(message), range: start..<position, text: "")
    }

    private mutating func failAtCharacter() -> Token {
        let scalar = peek() ?? "\u{FFFD}"
        return fail("bad character \(Quoting.codePoint(scalar))")
    }

    private mutating func failAtNumber() -> Token {
        fail("bad number syntax: \(Quoting.quoted(String(decoding: source[start..<position], as: UTF8.self)))")
    }
}
