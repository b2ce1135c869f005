/// Turns tokens into nodes: one list for the template itself and one for each template it defines.
struct Parser {
    let name: String
    let functions: FunctionSet
    let source: [UInt8]
    var tokens: Lexer
    /// Tokens handed back, the next one last.
    var pending: [Token] = []
    /// The last token the lexer gave, whose line messages name.
    var latest = Token(kind: .end, range: 0..<0, text: "")
    var variables = ["$"]
    var rangeDepth = 0
    /// Where the action being read starts.
    var actionStart: Int?
    var depth = 0
    var templates: [String: [Node]] = [:]

    /// Deep enough for anything written by hand, and well within a thread's stack.
    static let maximumDepth = 64

    init(_ source: [UInt8], name: String, functions: FunctionSet) {
        self.name = name
        self.functions = functions
        self.source = source
        tokens = Lexer(source)
    }

    mutating func parse() throws(TemplateError) -> [String: [Node]] {
        var root: [Node] = []
        while true {
            let token = next()
            if token.kind == .end { break }
            if token.kind == .leftDelimiter {
                let word = nextNonSpace()
                if word.isKeyword("define") {
                    try parseDefinition()
                    continue
                }
                push(word)
            }
            push(token)
            switch try textOrAction() {
            case .node(let node): root.append(node)
            case let other: throw error("unexpected \(other.description)")
            }
        }
        try add(root, as: name)
        return templates
    }

    private mutating func parseDefinition() throws(TemplateError) {
        let name = try templateName(nextNonSpace(), in: "define clause")
        try expect(.rightDelimiter, in: "define clause")
        let body = try ownScope { parser throws(TemplateError) in try parser.definitionBody("define clause") }
        try add(body, as: name)
    }

    mutating func definitionBody(_ context: String) throws(TemplateError) -> [Node] {
        let (body, end) = try itemList()
        if case .end = end { return body }
        throw error("unexpected \(end.description) in \(context)")
    }

    /// Parses a template within the template: it sees no variables and no loop of the outer one.
    mutating func ownScope<Result>(
        _ parse: (inout Parser) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        let outer = (variables, rangeDepth, actionStart)
        (variables, rangeDepth, actionStart) = (["$"], 0, nil)
        let result = try parse(&self)
        (variables, rangeDepth, actionStart) = outer
        return result
    }

    mutating func add(_ body: [Node], as name: String) throws(TemplateError) {
        if let known = templates[name], !known.isBlank {
            guard body.isBlank else {
                throw error("template: multiple definition of template \(Quoting.quoted(name))")
            }
            return
        }
        templates[name] = body
    }

    mutating func templateName(_ token: Token, in context: String) throws(TemplateError) -> String {
        guard token.kind == .string || token.kind == .rawString else { throw unexpected(token, in: context) }
        guard let bytes = Quoting.unquoted(token.text) else { throw error("invalid syntax") }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Tokens

    mutating func next() -> Token {
        if let token = pending.popLast() { return token }
        latest = tokens.next()
        return latest
    }

    mutating func nextNonSpace() -> Token {
        while true {
            let token = next()
            if token.kind != .space { return token }
        }
    }

    mutating func push(_ token: Token) {
        pending.append(token)
    }

    mutating func peek() -> Token {
        let token = next()
        push(token)
        return token
    }

    mutating func peekNonSpace() -> Token {
        let token = nextNonSpace()
        push(token)
        return token
    }

    mutating func expect(_ kind: Token.Kind, in context: String) throws(TemplateError) {
        let token = nextNonSpace()
        guard token.kind == kind else { throw unexpected(token, in: context) }
    }

    // MARK: Errors

    func line(of position: Int) -> Int {
        1 + source[..<position].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    func error(_ message: String, hint: String? = nil) -> TemplateError {
        TemplateError(
            stage: .parsing, message: "template: \(name):\(line(of: latest.range.lowerBound)): \(message)", hint: hint)
    }

    func unexpected(_ token: Token, in context: String) -> TemplateError {
        guard case .error(let message) = token.kind else {
            return error("unexpected \(token.description) in \(context)")
        }
        var extra = ""
        if let actionStart, line(of: actionStart) != line(of: token.range.lowerBound) {
            extra = " started at \(name):\(line(of: actionStart))"
            if !message.hasSuffix(" action") { extra = " in action" + extra }
        }
        return error(message + extra, hint: Hint.forBadCharacter(in: source, at: token))
    }

    /// Runs one more level of nesting, refusing what would use up the stack.
    mutating func nested<Result>(
        _ parse: (inout Parser) throws(TemplateError) -> Result
    ) throws(TemplateError) -> Result {
        guard depth < Self.maximumDepth else { throw error("max expression depth exceeded") }
        depth += 1
        let result = try parse(&self)
        depth -= 1
        return result
    }
}

extension Token {
    func isKeyword(_ word: String) -> Bool {
        kind == .keyword && text == word
    }
}

extension [Node] {
    /// Whether there is nothing but white space: such a body does not replace another template's.
    var isBlank: Bool {
        allSatisfy { node in
            guard case .text(let bytes) = node.kind else { return false }
            return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
        }
    }
}
