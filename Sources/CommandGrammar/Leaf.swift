/// A command's body with its type put away: what is left is a way to describe it and a way to fill it.
struct Leaf<Session> {
    let signature: () -> Signature
    /// What may stand as the value of a flag, counted as in the signature.
    let flagCompletion: (_ flag: Int) -> Completion?
    /// What may stand as an argument, counted as in the signature, after the words typed so far.
    let argumentCompletion: (_ argument: Int, _ words: ArraySlice<String>) -> Completion?
    let fill: (_ words: ArraySlice<String>) throws(UsageError.Problem) -> Filled<Session>

    init<Body: Action<Session>>(
        interspersed: Bool, raw: Bool, flags: @escaping () -> [Flag<Body>], arguments: @escaping () -> [Argument<Body>]
    ) {
        signature = {
            let flags = flags()
            let body = Body()
            return Signature(
                flags: flags.map(\.spec), defaults: flags.map { $0.defaultText(body) },
                arguments: arguments().map(\.spec), isInterspersed: interspersed)
        }
        flagCompletion = { index in
            let flags = flags()
            return flags.indices.contains(index) ? flags[index].completion() : nil
        }
        argumentCompletion = { index, words in
            let arguments = arguments()
            guard arguments.indices.contains(index) else { return nil }
            var body = Body()
            var parser = Parser(flags: flags(), interspersed: interspersed)
            if let positionals = try? parser.parse(words, into: &body) {
                try? arguments.distribute(positionals, into: &body)
            }
            return arguments[index].completion(body)
        }
        fill = { (words: ArraySlice<String>) throws(UsageError.Problem) in
            var body = Body()
            var parser = Parser(flags: flags(), interspersed: interspersed)
            let positionals = raw ? Array(words) : try parser.parse(words, into: &body)
            if !parser.wantsHelp {
                try arguments().distribute(positionals, into: &body)
            }
            return Filled(
                action: body, wantsHelp: parser.wantsHelp, gates: parser.gates, deprecations: parser.deprecations)
        }
    }
}

/// A command whose fields hold what the words said.
public struct Filled<Session> {
    public let action: any Action<Session>
    /// `--help` stood among the words: nothing was checked beyond the flags.
    public let wantsHelp: Bool
    /// What was typed and needs an engine of some version, the command itself first.
    public internal(set) var gates: [Gate]
    /// Flags that were typed and have a successor.
    public let deprecations: [FlagSpec]
}

/// Something typed that only some engines understand.
public struct Gate: Equatable, Sendable {
    /// As the user wrote it: `--mount`, `tug volume ls`.
    public let subject: String
    /// The lowest API version (`1.25`).
    public let since: String
}

extension Array {
    /// Hands the positional words to the arguments in order; the last one with no maximum takes what is left.
    func distribute<Body>(
        _ words: [String], into body: inout Body
    ) throws(UsageError.Problem) where Element == Argument<Body> {
        // A loop by index, as in Tree: no generic algorithm is looked up at run time.
        var (least, most): (Int, Int?) = (0, count)
        for index in indices {
            least += self[index].spec.minimum
            if self[index].spec.maximum == nil { most = nil }
        }
        if words.count < least || words.count > most ?? Int.max {
            throw .argumentCount(given: words.count, arguments: map(\.spec))
        }
        var rest = words[...]
        for argument in self {
            let share = argument.spec.maximum ?? rest.count
            for word in rest.prefix(share) { argument.take(&body, word) }
            rest = rest.dropFirst(share)
        }
    }
}
