extension Parser {
    /// A pipeline with its declarations, up to a closing token, as a node.
    mutating func pipeline(_ context: String, until end: Token.Kind) throws(TemplateError) -> Node {
        let position = peekNonSpace().range.lowerBound
        var names: [String] = []
        let isAssignment = try declarations(context, into: &names)
        var commands: [Node] = []
        while true {
            let token = nextNonSpace()
            if token.kind == end { break }
            switch token.kind {
            case .bool, .character, .complex, .dot, .field, .identifier, .number, .rawString, .string, .variable,
                .leftParen:
                push(token)
            case .keyword where token.text == "nil":
                push(token)
            default:
                throw unexpected(token, in: context)
            }
            commands.append(try command())
        }
        try check(commands, context)
        let pipeline = Pipeline(variables: names, isAssignment: isAssignment, commands: commands)
        return Node(position, .pipeline(pipeline))
    }

    /// Reads `$x :=`, `$x =` and, for `range`, `$k, $v :=`; gives whether it assigns.
    private mutating func declarations(_ context: String, into names: inout [String]) throws(TemplateError) -> Bool {
        while true {
            let variable = nextNonSpace()
            guard variable.kind == .variable else {
                push(variable)
                return false
            }
            let adjacent = next()
            let operation = adjacent.kind == .space ? nextNonSpace() : adjacent
            switch operation.kind {
            case .assign, .declare:
                names.append(variable.text)
                variables.append(variable.text)
                return operation.kind == .assign
            case .other where operation.text == ",":
                names.append(variable.text)
                variables.append(variable.text)
                guard context == "range", names.count < 2 else {
                    throw error("too many declarations in \(context)")
                }
                switch peekNonSpace().kind {
                case .variable, .rightDelimiter, .rightParen: continue
                default: throw error("range can only initialize variables")
                }
            default:
                push(operation)
                if adjacent.kind == .space { push(adjacent) }
                push(variable)
                return false
            }
        }
    }

    private func check(_ commands: [Node], _ context: String) throws(TemplateError) {
        if commands.isEmpty { throw error("missing value for \(context)") }
        for (index, command) in commands.enumerated().dropFirst() {
            guard case .command(let words) = command.kind, let first = words.first else { continue }
            switch first.kind {
            case .bool, .dot, .null, .number, .string:
                throw error("non executable command in pipeline stage \(index + 1)")
            default: break
            }
        }
    }

    private mutating func command() throws(TemplateError) -> Node {
        let position = peekNonSpace().range.lowerBound
        var words: [Node] = []
        while true {
            if let operand = try operand() { words.append(operand) }
            let token = next()
            if token.kind == .space { continue }
            if token.kind == .rightDelimiter || token.kind == .rightParen {
                push(token)
            } else if token.kind != .pipe {
                throw unexpected(token, in: "operand")
            }
            break
        }
        if words.isEmpty { throw error("empty command") }
        return Node(position, .command(words))
    }

    /// A term with the fields that follow it.
    private mutating func operand() throws(TemplateError) -> Node? {
        guard let node = try term() else { return nil }
        guard peek().kind == .field else { return node }
        let position = peek().range.lowerBound
        var path: [String] = []
        while peek().kind == .field { path.append(String(next().text.dropFirst())) }
        switch node.kind {
        case .field(let first): return Node(position, .field(first + path))
        case .variable(let name, let first): return Node(position, .variable(name: name, fields: first + path))
        case .bool, .string, .number, .null, .dot:
            throw error("unexpected . after term \(Quoting.quoted(node.description))")
        default: return Node(position, .chain(node, fields: path))
        }
    }

    private mutating func term() throws(TemplateError) -> Node? {
        let token = nextNonSpace()
        let position = token.range.lowerBound
        switch token.kind {
        case .identifier:
            guard let function = functions[token.text] else {
                throw error(
                    "function \(Quoting.quoted(token.text)) not defined",
                    hint: Hint.nearest(to: token.text, among: functions.names).map { "did you mean \"\($0)\"?" })
            }
            return Node(position, .function(name: token.text, function))
        case .dot: return Node(position, .dot)
        case .variable:
            guard variables.contains(token.text) else {
                throw error("undefined variable \(Quoting.quoted(token.text))")
            }
            return Node(position, .variable(name: token.text, fields: []))
        case .field: return Node(position, .field([String(token.text.dropFirst())]))
        case .bool: return Node(position, .bool(token.text == "true"))
        case .character, .complex, .number: return Node(position, .number(try number(token)))
        case .leftParen:
            return try nested { parser throws(TemplateError) in
                try parser.pipeline("parenthesized pipeline", until: .rightParen)
            }
        case .string, .rawString:
            guard let bytes = Quoting.unquoted(token.text) else { throw error("invalid syntax") }
            return Node(position, .string(literal: token.text, bytes))
        case .keyword where token.text == "nil": return Node(position, .null)
        default:
            push(token)
            return nil
        }
    }

    private func number(_ token: Token) throws(TemplateError) -> NumberLiteral {
        if token.kind == .character {
            guard let code = Quoting.character(token.text) else {
                throw error(
                    token.text.unicodeScalars.count > 3 && !token.text.utf8.contains(0x5C)
                        ? "malformed character constant: \(token.text)" : "invalid syntax")
            }
            return NumberLiteral(character: code, text: token.text)
        }
        do throws(NumberLiteral.Failure) {
            return token.kind == .complex ? try NumberLiteral(pair: token.text) : try NumberLiteral(token.text)
        } catch {
            let reason = error == .overflow ? "integer overflow" : "illegal number syntax"
            throw self.error("\(reason): \(Quoting.quoted(token.text))")
        }
    }
}
