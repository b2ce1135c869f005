/// Help pages, drawn from the declarations.
public struct Help {
    /// Columns to fill.
    public let width: Int
    private let versions: VersionNotes

    /// For which flags help tells the API version that they need.
    public enum VersionNotes {
        case all
        /// Those that the engine in use is too old for, painted to stand back.
        case tooNew((_ version: String) -> Bool, paint: (String) -> String)
    }

    public init(width: Int = 80, versions: VersionNotes = .all) {
        self.width = Swift.max(40, width)
        self.versions = versions
    }

    /// From how many flags on a page has headings for them.
    static let groupingLimit = 16

    /// The page of one command.
    public func page<Session>(_ command: Command<Session>, path: String) -> String {
        guard let signature = command.signature else { return groupPage(command, path: path) }
        var lines = head(command, usage: signature.usage(path))
        if !command.aliases.isEmpty {
            let place = path.split(separator: " ").dropLast().joined(separator: " ")
            lines += ["", "Also as:  " + command.aliases.map { "\(place) \($0)" }.joined(separator: ", ")]
        }
        lines += flagLines(signature.sections)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page of the whole program, as `--help` shows it.
    public func overview<Session, Globals>(_ tree: Tree<Session, Globals>, defaults: Globals) -> String {
        var lines = ["Usage:  \(tree.name) [OPTIONS] COMMAND", "", tree.summary + "."]
        let visible = tree.commands.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        lines += commandLines("Common commands:", tree.commonCommands)
        lines += commandLines("Groups:", visible.filter { $0.subcommands != nil })
        let others = visible.filter { $0.subcommands == nil && !tree.common.contains($0.name) }
        lines += commandLines("Commands:", others)
        lines += flagLines([FlagSection(heading: "Options", flags: tree.visibleFlags(defaults))])
        lines += ["", hint(tree.name)]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The short page of the whole program: what people need most.
    public func start<Session, Globals>(_ tree: Tree<Session, Globals>) -> String {
        var lines = ["Usage:  \(tree.name) [OPTIONS] COMMAND", "", tree.summary + "."]
        let groups = tree.commands.filter { !$0.isHidden && $0.subcommands != nil }.sorted { $0.name < $1.name }
        lines += commandLines("Common commands:", tree.commonCommands)
        lines += commandLines("Groups:", groups)
        lines += ["", "'\(tree.name) --help' lists everything, \(hint(tree.name))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func groupPage<Session>(_ command: Command<Session>, path: String) -> String {
        var lines = head(command, usage: "\(path) COMMAND")
        lines += commandLines("Commands:", (command.subcommands ?? []).filter { !$0.isHidden })
        lines += ["", hint(path)]
        return lines.joined(separator: "\n") + "\n"
    }

    private func head<Session>(_ command: Command<Session>, usage: String) -> [String] {
        var lines = ["Usage:  \(usage)", "", (command.summary + ".").wrapped(width: width, indent: 0)]
        if !command.examples.isEmpty { lines += ["", "Examples:"] + command.examples.map { "  \($0)" } }
        if !command.detail.isEmpty { lines += ["", command.detail.wrapped(width: width, indent: 0)] }
        return lines
    }

    private func hint(_ path: String) -> String { "'\(path) COMMAND --help' tells more about a command." }

    private func commandLines<Session>(_ title: String, _ commands: [Command<Session>]) -> [String] {
        if commands.isEmpty { return [] }
        let column = (commands.map(\.name.count).max() ?? 0) + 4
        return ["", title]
            + commands.map { "  \($0.name)".padded(to: column) + $0.summary.wrapped(width: width, indent: column) }
    }

    private func flagLines(_ sections: [FlagSection]) -> [String] {
        let widest = sections.flatMap(\.flags).map { 2 + $0.spec.words.count }.max() ?? 0
        let column = Swift.min(widest + 2, 34)
        return sections.flatMap { section in
            section.flags.isEmpty
                ? [] : ["", "\(section.heading):"] + section.flags.map { line($0.spec, $0.initial, column: column) }
        }
    }

    private func line(_ spec: FlagSpec, _ initial: String, column: Int) -> String {
        let words = "  " + spec.words
        let isLong = words.count + 2 > column
        let left = isLong ? words + "\n" + String(repeating: " ", count: column) : words.padded(to: column)
        let notes = spec.notes(initial)
        let text = spec.help + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
        guard let since = spec.since else { return left + text.wrapped(width: width, indent: column) }
        switch versions {
        case .all:
            let all = spec.help + " (\((notes + ["API \(since)"]).joined(separator: "; ")))"
            return left + all.wrapped(width: width, indent: column)
        case .tooNew(let isTooNew, _) where !isTooNew(since):
            return left + text.wrapped(width: width, indent: column)
        case .tooNew(_, let paint):
            let mark = "(API \(since))"
            let wrapped = text.wrapped(width: width, indent: column)
            let last = wrapped.split(separator: "\n").last?.count ?? 0
            let used = wrapped.contains("\n") ? last : last + column
            let joint = used + 1 + mark.count > width ? "\n" + String(repeating: " ", count: column) : " "
            return left + wrapped + joint + paint(mark)
        }
    }
}

extension Tree {
    /// The commands that people need most, in the order declared.
    var commonCommands: [Command<Session>] { common.compactMap { name in commands.first { $0.name == name } } }

    func visibleFlags(_ defaults: Globals) -> [(spec: FlagSpec, initial: String)] {
        flags.map { (spec: $0.spec, initial: $0.defaultText(defaults)) }.filter { !$0.spec.isHidden }
            .sorted { $0.spec.name < $1.spec.name }
    }
}

extension String {
    fileprivate func padded(to column: Int) -> String {
        self + String(repeating: " ", count: Swift.max(1, column - count))
    }

    /// Breaks the text at blanks so that no line passes `width` when the first starts at `indent`.
    fileprivate func wrapped(width: Int, indent: Int) -> String {
        let room = Swift.max(20, width - indent)
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > room {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
    }
}
