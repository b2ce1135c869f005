/// One node of the tree of commands: a group of others, or an action with flags and arguments.
///
/// A value of this type is cheap: flags and subcommands are built only when they are looked at.
public struct Command<Session>: Sendable {
    public let name: String
    public let aliases: [String]
    /// One line, in our own words.
    public let summary: String
    /// The lowest API version of an engine that has the command, nil for all.
    public let since: String?
    public let isHidden: Bool
    /// Further text of the help page: what a person needs to know beyond the flags.
    public let detail: String
    /// Lines a person can type, shown first in help.
    public let examples: [String]
    let content: Content

    enum Content: Sendable {
        case group(@Sendable () -> [Command])
        case leaf(@Sendable () -> Leaf<Session>)
    }

    private init(
        name: String, aliases: [String], summary: String, since: String?, isHidden: Bool, detail: String,
        examples: [String], content: Content
    ) {
        self.name = name
        self.aliases = aliases
        self.summary = summary
        self.since = since
        self.isHidden = isHidden
        self.detail = detail
        self.examples = examples
        self.content = content
    }

    /// A command that acts.
    ///
    /// - Parameters:
    ///   - interspersed: whether flags may stand after the first argument.
    ///   - raw: whether all words are arguments, those that look like flags among them.
    ///   - flags: evaluated only when the command was chosen.
    public init<Body: Action<Session>>(
        _ name: String, _ summary: String, aliases: [String] = [], since: String? = nil, hidden: Bool = false,
        _ body: Body.Type, detail: String = "", examples: [String] = [], interspersed: Bool = true, raw: Bool = false,
        flags: @autoclosure @escaping @Sendable () -> [Flag<Body>] = [],
        arguments: @autoclosure @escaping @Sendable () -> [Argument<Body>] = []
    ) {
        self.init(
            name: name, aliases: aliases, summary: summary, since: since, isHidden: hidden, detail: detail,
            examples: examples,
            content: .leaf { Leaf(interspersed: interspersed, raw: raw, flags: flags, arguments: arguments) })
    }

    /// A command that only groups others.
    public init(
        group name: String, _ summary: String, since: String? = nil, hidden: Bool = false, detail: String = "",
        examples: [String] = [], _ subcommands: @autoclosure @escaping @Sendable () -> [Command]
    ) {
        self.init(
            name: name, aliases: [], summary: summary, since: since, isHidden: hidden, detail: detail,
            examples: examples, content: .group(subcommands))
    }

    /// The same command at another place of the tree, as `ps` for `container ls`.
    public func named(_ name: String, aliases: [String] = []) -> Command {
        Command(
            name: name, aliases: aliases, summary: summary, since: since, isHidden: isHidden, detail: detail,
            examples: examples, content: content)
    }

    /// The commands below this one; nil for one that acts.
    public var subcommands: [Command]? {
        if case .group(let list) = content { list() } else { nil }
    }

    /// What the command takes; nil for a group.
    public var signature: Signature? {
        if case .leaf(let leaf) = content { leaf().signature() } else { nil }
    }

    func answers(to word: String) -> Bool { name == word || aliases.contains(word) }
}

/// A command's flags and arguments, without the fields they fill.
public struct Signature: Equatable, Sendable {
    public let flags: [FlagSpec]
    /// Each flag's default as help shows it, in the order of `flags`.
    public let defaults: [String]
    public let arguments: [ArgumentSpec]
    /// Whether flags may stand after the first argument.
    public let isInterspersed: Bool
}
