extension Parser {
    /// What the parser finds between two delimiters.
    enum Item {
        case node(Node)
        case end
        case otherwise

        var description: String {
            switch self {
            case .node(let node): node.description
            case .end: "{{end}}"
            case .otherwise: "{{else}}"
            }
        }
    }

    /// Items up to an `end` or `else`.
    mutating func itemList() throws(TemplateError) -> ([Node], Item) {
        var nodes: [Node] = []
        while peekNonSpace().kind != .end {
            switch try textOrAction() {
            case .node(let node): nodes.append(node)
            case let end: return (nodes, end)
            }
        }
        throw error("unexpected EOF")
    }

    mutating func textOrAction() throws(TemplateError) -> Item {
        let token = nextNonSpace()
        switch token.kind {
        case .text:
            return .node(Node(token.range.lowerBound, .text(Array(source[token.range]))))
        case .leftDelimiter:
            actionStart = token.range.lowerBound
            let item = try action()
            actionStart = nil
            return item
        default:
            throw unexpected(token, in: "input")
        }
    }

    private mutating func action() throws(TemplateError) -> Item {
        let token = nextNonSpace()
        if token.kind == .keyword {
            switch token.text {
            case "block": return .node(try block())
            case "break": return .node(try loopControl(token, .leaveLoop))
            case "continue": return .node(try loopControl(token, .nextRound))
            case "else": return try otherwise()
            case "end":
                try expect(.rightDelimiter, in: "end")
                return .end
            case "if": return .node(Node(token.range.lowerBound, .condition(try branch("if"))))
            case "range": return .node(Node(token.range.lowerBound, .range(try branch("range"))))
            case "with": return .node(Node(token.range.lowerBound, .with(try branch("with"))))
            case "template": return .node(try template())
            default: break
            }
        }
        push(token)
        return .node(Node(token.range.lowerBound, .action(try pipeline("command", until: .rightDelimiter))))
    }

    private mutating func otherwise() throws(TemplateError) -> Item {
        let token = peekNonSpace()
        if !token.isKeyword("if"), !token.isKeyword("with") { try expect(.rightDelimiter, in: "else") }
        return .otherwise
    }

    private mutating func loopControl(_ word: Token, _ kind: Node.Kind) throws(TemplateError) -> Node {
        let token = nextNonSpace()
        guard token.kind == .rightDelimiter else { throw unexpected(token, in: "{{\(word.text)}}") }
        guard rangeDepth > 0 else { throw error("{{\(word.text)}} outside {{range}}") }
        return Node(word.range.lowerBound, kind)
    }

    private mutating func branch(_ word: String) throws(TemplateError) -> Branch {
        try nested { parser throws(TemplateError) in try parser.branchBody(word) }
    }

    private mutating func branchBody(_ word: String) throws(TemplateError) -> Branch {
        let visible = variables.count
        let condition = try pipeline(word, until: .rightDelimiter)
        if word == "range" { rangeDepth += 1 }
        let (body, end) = try itemList()
        if word == "range" { rangeDepth -= 1 }
        var other: [Node] = []
        if case .otherwise = end {
            let token = peek()
            if word != "range", token.isKeyword(word) {
                _ = next()
                let inner = try branch(word)
                other = [Node(token.range.lowerBound, word == "if" ? .condition(inner) : .with(inner))]
            } else {
                let (nodes, end) = try itemList()
                guard case .end = end else { throw error("expected end; found \(end.description)") }
                other = nodes
            }
        }
        variables.removeLast(variables.count - visible)
        return Branch(pipeline: condition, body: body, otherwise: other)
    }

    private mutating func template() throws(TemplateError) -> Node {
        let token = nextNonSpace()
        let name = try templateName(token, in: "template clause")
        var data: Node?
        let after = nextNonSpace()
        if after.kind != .rightDelimiter {
            push(after)
            data = try pipeline("template clause", until: .rightDelimiter)
        }
        return Node(token.range.lowerBound, .template(name: name, data: data))
    }

    private mutating func block() throws(TemplateError) -> Node {
        let token = nextNonSpace()
        let name = try templateName(token, in: "block clause")
        let data = try pipeline("block clause", until: .rightDelimiter)
        let body = try nested { parser throws(TemplateError) in
            try parser.ownScope { parser throws(TemplateError) in try parser.definitionBody("block clause") }
        }
        try add(body, as: name)
        return Node(token.range.lowerBound, .template(name: name, data: data))
    }
}
