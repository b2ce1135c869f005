/// What may stand in the place of a value or an argument.
public indirect enum Completion {
    /// Text that nobody can foresee.
    case nothing
    case files
    case folders
    case words([Candidate])
    /// Names that live outside the declaration, of containers for example.
    case names(NameKind)
    /// `KEY=VALUE`, or `KEY` alone.
    case pairs([Pair])
    /// Several of the same, each only once, with commas between them.
    case list(Completion)
    /// A template: the words that may stand in its place, and the fields below a path of fields, an open one having
    /// fields of its own.
    case template(words: [Candidate], fields: (_ path: [String]) -> [Candidate])
    /// Two parts with a mark between them, the second offered behind the mark.
    case split(Character, first: Completion, second: Completion)
    case either([Completion])
    /// The commands of the program, as `help` takes them.
    case commands

    /// One key of `pairs`.
    public struct Pair {
        public let key: String
        public let help: String
        /// What may stand behind the `=`; nil for a key that stands alone.
        public let value: Completion?

        public init(_ key: String, _ help: String = "", _ value: Completion? = .nothing) {
            self.key = key
            self.help = help
            self.value = value
        }
    }
}

/// A kind of names that only the outside world can tell.
public struct NameKind: Hashable, Sendable {
    public let name: String
    /// What the named things belong to; nil where that makes no difference.
    public let owner: String?

    public init(_ name: String, of owner: String? = nil) {
        self.name = name
        self.owner = owner
    }
}

/// Where completion gets what no declaration can tell.
public protocol CompletionSource {
    /// The names of a kind, none where they cannot be had.
    func names(_ kind: NameKind) -> [Candidate]

    /// The files whose paths begin with `path`, folders with a `/` at the end and open.
    func files(beginning path: String, foldersOnly: Bool) -> [Candidate]

    /// What a placeholder in help (`CONTAINER`, `file`) stands for, nil where it tells nothing.
    func meaning(of placeholder: String) -> Completion?
}
