/// The whole of a program's commands: its global flags and the commands below them.
public struct Tree<Session, Globals>: Sendable {
    /// The program's name, as usage lines show it.
    public let name: String
    public let summary: String
    public let commands: [Command<Session>]
    /// The names of the commands that people need most, in the order to show.
    public let common: [String]
    private let makeFlags: @Sendable () -> [Flag<Globals>]

    /// - Parameter flags: evaluated only when one was typed or is asked about.
    public init(
        _ name: String, _ summary: String, flags: @autoclosure @escaping @Sendable () -> [Flag<Globals>],
        commands: [Command<Session>], common: [String] = []
    ) {
        self.name = name
        self.summary = summary
        makeFlags = flags
        self.commands = commands
        self.common = common
    }

    public var flags: [Flag<Globals>] { makeFlags() }

    /// What a command line asks for.
    public enum Request {
        /// A command to run; the path is how it was reached (`tug container ls`).
        case run(Filled<Session>, Command<Session>, path: String)
        /// A command's help. `asked` is false where a group stood without a command below it.
        case help(Command<Session>, path: String, asked: Bool)
        /// The program's own help.
        case overview(asked: Bool)
    }

    /// Finds the command and fills it.
    ///
    /// - Parameter globals: filled from the flags before the command.
    public func parse(_ words: [String], globals: inout Globals) throws(UsageError) -> Request {
        var parser = Parser(flags: makeFlags(), interspersed: false)
        let rest: [String]
        do {
            rest = try parser.parse(words[...], into: &globals)
        } catch {
            throw UsageError(problem: error, command: name)
        }
        if parser.wantsHelp { return try help(on: rest.drop { $0 == "help" }) }
        guard let first = rest.first else { return .overview(asked: false) }
        if first == "help" { return try help(on: rest.dropFirst()) }
        return try walk(rest[...])
    }

    private func help(on words: ArraySlice<String>) throws(UsageError) -> Request {
        var path = name
        var level = commands
        var found: Command<Session>?
        for word in words where !word.hasPrefix("-") {
            found = try Self.find(word, in: level, path: path)
            path += " \(found?.name ?? word)"
            guard let below = found?.subcommands else { break }
            level = below
        }
        return if let found { .help(found, path: path, asked: true) } else { .overview(asked: true) }
    }

    private func walk(_ words: ArraySlice<String>) throws(UsageError) -> Request {
        guard let word = words.first else { return .overview(asked: false) }
        let command = try Self.find(word, in: commands, path: name)
        return try enter(command, path: "\(name) \(command.name)", since: command.since, words.dropFirst())
    }

    private func enter(
        _ command: Command<Session>, path: String, since: String?, _ words: ArraySlice<String>
    ) throws(UsageError) -> Request {
        let list: () -> [Command<Session>]
        switch command.content {
        case .leaf(let leaf): return try fill(leaf(), of: command, path: path, since: since, words)
        case .group(let below): list = below
        }
        guard let word = words.first else { return .help(command, path: path, asked: false) }
        if word == "--help" || word == "-h" { return .help(command, path: path, asked: true) }
        if word == "help" {
            return try help(on: path.split(separator: " ").dropFirst().map(String.init)[...] + words.dropFirst())
        }
        if word.utf8.count > 1, word.hasPrefix("-") { throw UsageError(problem: .unknownFlag(word), command: path) }
        let below = try Self.find(word, in: list(), path: path)
        return try enter(below, path: "\(path) \(below.name)", since: below.since ?? since, words.dropFirst())
    }

    private func fill(
        _ leaf: Leaf<Session>, of command: Command<Session>, path: String, since: String?, _ words: ArraySlice<String>
    ) throws(UsageError) -> Request {
        do {
            var filled = try leaf.fill(words)
            if filled.wantsHelp { return .help(command, path: path, asked: true) }
            if let since {
                filled.gates.insert(Gate(subject: path, since: since), at: 0)
            }
            return .run(filled, command, path: path)
        } catch .argumentCount where words.last == "help" {
            return .help(command, path: path, asked: true)
        } catch {
            throw UsageError(problem: error, command: path)
        }
    }

    private static func find(
        _ word: String, in level: [Command<Session>], path: String
    ) throws(UsageError) -> Command<Session> {
        // By number: this module does not know Session, and sequences of unknown types look their parts up at run
        // time, in every start.
        var index = 0
        while index < level.count {
            if level[index].answers(to: word) { return level[index] }
            index += 1
        }
        let known = level.filter { !$0.isHidden }.flatMap { [$0.name] + $0.aliases }
        throw UsageError(problem: .unknownCommand(word, suggestion: word.nearest(among: known)), command: path)
    }
}
