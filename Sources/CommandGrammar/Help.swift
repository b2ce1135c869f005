/// Help pages, drawn from the declarations.
public struct Help {
    /// Columns to fill.
    public let width: Int

    public init(width: Int = 80) { self.width = Swift.max(40, width) }

    /// The page of one command.
    public func page<Session>(_ command: Command<Session>, path: String) -> String {
        guard let signature = command.signature else { return groupPage(command, path: path) }
        var lines = ["Usage:  \(usage(path, signature))", "", command.summary]
        if !command.detail.isEmpty { lines += ["", command.detail] }
        if !command.aliases.isEmpty {
            let place = path.split(separator: " ").dropLast().joined(separator: " ")
            lines += ["", "Also as:  " + command.aliases.map { "\(place) \($0)" }.joined(separator: ", ")]
        }
        if !command.examples.isEmpty { lines += ["", "Examples:"] + command.examples.map { "  \($0)" } }
        lines += flagLines(zip(signature.flags, signature.defaults).filter { !$0.0.isHidden })
        return lines.joined(separator: "\n") + "\n"
    }

    /// The page of the whole program.
    public func overview<Session, Globals>(_ tree: Tree<Session, Globals>, defaults: Globals) -> String {
        var lines = ["Usage:  \(tree.name) [OPTIONS] COMMAND", "", tree.summary]
        let visible = tree.commands.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        let groups = visible.filter { $0.subcommands != nil }
        lines += commandLines("Commands:", visible.filter { $0.subcommands == nil })
        lines += commandLines("Groups:", groups)
        lines += flagLines(tree.flags.map { ($0.spec, $0.defaultText(defaults)) }.filter { !$0.0.isHidden })
        lines += ["", "'\(tree.name) COMMAND --help' tells more about a command."]
        return lines.joined(separator: "\n") + "\n"
    }

    private func groupPage<Session>(_ command: Command<Session>, path: String) -> String {
        var lines = ["Usage:  \(path) COMMAND", "", command.summary]
        if !command.detail.isEmpty { lines += ["", command.detail] }
        lines += commandLines("Commands:", (command.subcommands ?? []).filter { !$0.isHidden })
        lines += ["", "'\(path) COMMAND --help' tells more about a command."]
        return lines.joined(separator: "\n") + "\n"
    }

    private func usage(_ path: String, _ signature: Signature) -> String {
        let options = signature.flags.contains { !$0.isHidden } ? ["[OPTIONS]"] : []
        return ([path] + options + signature.arguments.map(\.usage)).joined(separator: " ")
    }

    private func commandLines<Session>(_ title: String, _ commands: [Command<Session>]) -> [String] {
        if commands.isEmpty { return [] }
        let column = (commands.map(\.name.count).max() ?? 0) + 4
        return ["", title]
            + commands.map { "  \($0.name)".padded(to: column) + $0.summary.wrapped(width: width, indent: column) }
    }

    private func flagLines(_ flags: [(FlagSpec, String)]) -> [String] {
        if flags.isEmpty { return [] }
        let rows = flags.sorted { $0.0.name < $1.0.name }.map { spec, initial in
            (words(spec), spec.help + notes(spec, initial))
        }
        let column = Swift.min((rows.map(\.0.count).max() ?? 0) + 2, 34)
        return ["", "Options:"]
            + rows.map { words, text in
                let left =
                    words.count + 2 > column
                    ? words + "\n" + String(repeating: " ", count: column) : words.padded(to: column)
                return left + text.wrapped(width: width, indent: column)
            }
    }

    private func words(_ spec: FlagSpec) -> String {
        let short = spec.short.map { "  -\($0), " } ?? "      "
        return short + spec.spelling + (spec.bareValue == nil ? " \(spec.valueName)" : "")
    }

    private func notes(_ spec: FlagSpec, _ initial: String) -> String {
        var notes: [String] = []
        if !initial.isEmpty, spec.typeName != "bool" || initial == "true" { notes.append("default \(initial)") }
        if let since = spec.since { notes.append("API \(since)") }
        if let system = spec.onlyOn { notes.append("\(system) engines only") }
        if let instead = spec.deprecated { notes.append("old: \(instead)") }
        return notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
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
