/// One compiled pattern of an ignore file: `*` and `?` stay within a folder, `**` goes through any number.
///
/// Matching takes time in proportion to pattern times path, whatever both hold.
struct PathPattern: Equatable {
    /// The pattern has a class that does not close, or ends in a backslash.
    struct SyntaxError: Error, Equatable {}

    private enum Token: Equatable {
        case literal(Unicode.Scalar)
        /// `?`
        case any
        /// `*`
        case run
        /// `**` before more: nothing, or anything that ends in a slash. Always followed by `insideFolders`.
        case folders
        case insideFolders
        /// `**` at the end, or before plain text at the beginning: anything.
        case rest
        case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private let tokens: [Token]
    /// The path, where the pattern has nothing special in it.
    private let plain: [Unicode.Scalar]?

    init(_ text: some StringProtocol) throws(SyntaxError) {
        var tokens: [Token] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*" where rest.first == "*":
                rest.removeFirst()
                if rest.first == "/" { rest.removeFirst() }
                tokens += rest.isEmpty ? [.rest] : [.folders, .insideFolders]
            case "*": tokens.append(.run)
            case "?": tokens.append(.any)
            case "[": tokens.append(try Self.oneOf(&rest))
            case "\\":
                guard let escaped = rest.popFirst() else { throw SyntaxError() }
                tokens.append(.literal(escaped))
            default: tokens.append(.literal(scalar))
            }
        }
        // `**.log` is every path that ends so, `**.lo?` only a name after a slash: so BuildKit has it.
        let isSuffix = tokens.first == .folders && !text.hasPrefix("**/")
        if isSuffix, tokens.dropFirst(2).allSatisfy({ if case .literal = $0 { true } else { false } }),
            !text.contains("\\")
        {
            self.tokens = [.rest] + tokens.dropFirst(2)
            plain = nil
            return
        }
        self.tokens = tokens
        let literals = tokens.compactMap { if case .literal(let scalar) = $0 { scalar } else { nil } }
        plain = literals.count == tokens.count ? literals : nil
    }

    /// Whether the pattern describes the whole path.
    func matches(_ path: ArraySlice<Unicode.Scalar>) -> Bool {
        if let plain { return path.elementsEqual(plain) }
        var states = [Bool](repeating: false, count: tokens.count + 1)
        enter(0, &states)
        for scalar in path {
            var next = [Bool](repeating: false, count: states.count)
            var isAlive = false
            for (index, token) in tokens.enumerated() where states[index] {
                isAlive = step(token, at: index, over: scalar, &next) || isAlive
            }
            if !isAlive { return false }
            states = next
        }
        return states[tokens.count]
    }

    private func step(_ token: Token, at index: Int, over scalar: Unicode.Scalar, _ next: inout [Bool]) -> Bool {
        switch token {
        case .literal(let wanted) where wanted == scalar: enter(index + 1, &next)
        case .any where scalar != "/": enter(index + 1, &next)
        case .run where scalar != "/": enter(index, &next)
        case .rest: enter(index, &next)
        case .folders, .insideFolders:
            let inside = token == .folders ? index + 1 : index
            next[inside] = true
            if scalar == "/" { enter(inside + 1, &next) }
        case .oneOf(let ranges, let isNegated)
        where ranges.contains { $0.contains(scalar) } != isNegated:
            enter(index + 1, &next)
        default: return false
        }
        return true
    }

    /// Marks a state and those reached from it without reading anything.
    private func enter(_ index: Int, _ states: inout [Bool]) {
        var index = index
        while true {
            states[index] = true
            guard index < tokens.count else { return }
            switch tokens[index] {
            case .run, .rest: index += 1
            case .folders: index += 2
            default: return
            }
        }
    }

    private static func oneOf(_ rest: inout ArraySlice<Unicode.Scalar>) throws(SyntaxError) -> Token {
        let isNegated = rest.first == "^"
        if isNegated { rest.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while rest.first != "]" || ranges.isEmpty {
            let low = try member(&rest)
            var high = low
            if rest.first == "-" {
                rest.removeFirst()
                high = try member(&rest)
            }
            if high < low { throw SyntaxError() }
            ranges.append(low...high)
        }
        rest.removeFirst()
        return .oneOf(ranges, isNegated: isNegated)
    }

    private static func member(_ rest: inout ArraySlice<Unicode.Scalar>) throws(SyntaxError) -> Unicode.Scalar {
        guard var scalar = rest.popFirst(), scalar != "-", scalar != "]" else { throw SyntaxError() }
        if scalar == "\\" {
            guard let escaped = rest.popFirst() else { throw SyntaxError() }
            scalar = escaped
        }
        if rest.isEmpty { throw SyntaxError() }
        return scalar
    }
}
