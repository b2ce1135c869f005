/// Reads flags as docker's parser does: long and short, clusters, `=` and separate values, `--`.
struct Parser<Body> {
    private let makeFlags: () -> [Flag<Body>]
    private lazy var flags = makeFlags()
    private let interspersed: Bool
    private(set) var wantsHelp = false
    private(set) var gates: [Gate] = []
    private(set) var deprecations: [FlagSpec] = []

    /// - Parameter flags: evaluated only when one was typed: their key paths take time to make.
    init(flags: @autoclosure @escaping () -> [Flag<Body>], interspersed: Bool) {
        makeFlags = flags
        self.interspersed = interspersed
    }

    /// Fills `body` and returns the words that are no flags.
    mutating func parse(_ words: ArraySlice<String>, into body: inout Body) throws(UsageError.Problem) -> [String] {
        var positionals: [String] = []
        var rest = words
        while let word = rest.popFirst() {
            if word == "--" {
                return positionals + rest
            }
            if word.utf8.count < 2 || word.utf8.first != UInt8(ascii: "-") {
                positionals.append(word)
                if !interspersed { return positionals + rest }
            } else if word.hasPrefix("--") {
                try takeLong(word, &rest, into: &body)
            } else {
                try takeCluster(word, &rest, into: &body)
            }
        }
        return positionals
    }

    private mutating func takeLong(
        _ word: String, _ rest: inout ArraySlice<String>, into body: inout Body
    ) throws(UsageError.Problem) {
        let text = word.dropFirst(2)
        guard let first = text.first, first != "-", first != "=" else { throw .badFlagSyntax(word) }
        let equals = text.firstIndex(of: "=")
        let name = text[..<(equals ?? text.endIndex)]
        guard let flag = flags.first(where: { $0.spec.name == name }) else {
            if name == "help" {
                try askForHelp(equals.map { String(text[text.index(after: $0)...]) } ?? "true")
                return
            }
            let known = flags.map(\.spec).filter { !$0.isHidden }.map(\.name)
            throw .unknownFlag("--\(name)", suggestion: name.nearest(among: known).map { "--\($0)" })
        }
        if let equals {
            try give(String(text[text.index(after: equals)...]), to: flag, &body)
        } else {
            try giveNext(to: flag, as: flag.spec.spelling, &rest, &body)
        }
    }

    private mutating func takeCluster(
        _ word: String, _ rest: inout ArraySlice<String>, into body: inout Body
    ) throws(UsageError.Problem) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let flag = flags.first(where: { $0.spec.short == letter }) else {
                if letter == "h" {
                    wantsHelp = true
                    if word == "-help" { return }
                    continue
                }
                throw .unknownFlag("-\(letter)", in: word)
            }
            if letters.first == "=" {
                return try give(String(letters.dropFirst()), to: flag, &body)
            }
            if let bare = flag.spec.bareValue {
                try give(bare, to: flag, &body)
            } else if !letters.isEmpty {
                return try give(String(letters), to: flag, &body)
            } else {
                try giveNext(to: flag, as: "-\(letter)", &rest, &body)
            }
        }
    }

    private mutating func giveNext(
        to flag: Flag<Body>, as spelling: String, _ rest: inout ArraySlice<String>, _ body: inout Body
    ) throws(UsageError.Problem) {
        if let bare = flag.spec.bareValue {
            try give(bare, to: flag, &body)
        } else if let value = rest.popFirst() {
            try give(value, to: flag, &body)
        } else {
            throw .missingValue(spelling)
        }
    }

    private mutating func give(
        _ text: String, to flag: Flag<Body>, _ body: inout Body
    ) throws(UsageError.Problem) {
        do {
            try flag.take(&body, text)
        } catch {
            throw .badValue(flag.spec.spelling, reason: error.reason)
        }
        if let since = flag.spec.since, !gates.contains(where: { $0.subject == flag.spec.spelling }) {
            gates.append(Gate(subject: flag.spec.spelling, since: since))
        }
        if flag.spec.deprecated != nil, !deprecations.contains(flag.spec) {
            deprecations.append(flag.spec)
        }
    }

    private mutating func askForHelp(_ text: String) throws(UsageError.Problem) {
        do {
            try wantsHelp.take(text)
        } catch {
            throw .badValue("--help", reason: error.reason)
        }
    }
}
