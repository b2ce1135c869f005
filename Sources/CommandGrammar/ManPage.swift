/// Manual pages, drawn from the declarations.
public struct ManPage {
    private let footer: String

    /// A part of the program's own page that no declaration tells.
    public struct Section {
        public enum Block {
            case text(String)
            case example([String])
            case terms([(term: String, text: String)])
        }

        let title: String
        let blocks: [Block]

        public init(_ title: String, _ blocks: [Block]) {
            self.title = title
            self.blocks = blocks
        }
    }

    /// - Parameters:
    ///   - version: the program's name and version.
    ///   - date: of that version, as YYYY-MM-DD.
    public init(version: String, date: String) { footer = "\"\(date)\" \"\(version)\" \"User Commands\"" }

    /// The page of the whole program.
    public func page<Session, Globals>(
        _ tree: Tree<Session, Globals>, defaults: Globals, sections: [Section]
    ) -> String {
        var roff = begin([tree.name], tree.summary)
        roff.heading("Synopsis")
        roff.request("\(Roff.bold(tree.name)) [\(Roff.italic("OPTIONS"))] \(Roff.italic("COMMAND"))")
        roff.heading("Description")
        roff.line(tree.summary + ".")
        let visible = tree.commands.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        roff.heading("Commands")
        list(visible.filter { $0.subcommands == nil }, at: [tree.name], &roff)
        roff.heading("Groups of commands")
        list(visible.filter { $0.subcommands != nil }, at: [tree.name], &roff)
        roff.heading("Options")
        for (spec, initial) in tree.visibleFlags(defaults) { flag(spec, initial, nil, &roff) }
        for section in sections { write(section, &roff) }
        return roff.text
    }

    /// The page of a command; `path` is how it is reached, the program's name first.
    public func page<Session>(_ command: Command<Session>, path: [String]) -> String {
        var roff = begin(path, command.summary)
        roff.heading("Synopsis")
        let words = Roff.bold(path.joined(separator: " "))
        if let signature = command.signature {
            let rest = signature.usage("").split(separator: " ").map { Roff.italic(String($0)) }
            roff.request(([words] + rest).joined(separator: " "))
        } else {
            roff.request("\(words) \(Roff.italic("COMMAND"))")
        }
        roff.heading("Description")
        roff.line(command.summary + ".")
        if !command.detail.isEmpty { roff.line(command.detail) }
        if let since = command.since { roff.paragraph("Engines have it from API \(since) on.") }
        if !command.aliases.isEmpty {
            let place = path.dropLast().joined(separator: " ")
            let others = command.aliases.map { "\(place) \($0)" }.joined(separator: ", ")
            roff.paragraph("It can be written as \(others) too.")
        }
        if let subcommands = command.subcommands {
            roff.heading("Commands")
            list(subcommands.filter { !$0.isHidden }, at: path, &roff)
        } else if case .leaf(let leaf) = command.content {
            options(leaf(), &roff)
        }
        if !command.examples.isEmpty {
            roff.heading("Examples")
            roff.example(command.examples)
        }
        roff.heading("See also")
        let above = (1..<path.count).map { path.prefix($0).joined(separator: "-") }.reversed()
        roff.request(above.map { "\(Roff.bold($0))(1)" }.joined(separator: ", "))
        return roff.text
    }

    private func begin(_ path: [String], _ summary: String) -> Roff {
        let name = path.joined(separator: "-")
        var roff = Roff()
        roff.request(".TH \(Roff.escape(name.uppercased())) 1 \(footer)")
        roff.heading("Name")
        roff.request("\(Roff.escape(name)) \\-")
        roff.line(summary)
        return roff
    }

    private func list<Session>(_ commands: [Command<Session>], at path: [String], _ roff: inout Roff) {
        for command in commands {
            let page = (path + [command.name]).joined(separator: "-")
            roff.term("\(Roff.bold(page))(1)", [command.summary + "."])
        }
    }

    private func options<Session>(_ leaf: Leaf<Session>, _ roff: inout Roff) {
        let signature = leaf.signature()
        let sections = signature.sections.filter { !$0.flags.isEmpty }
        if sections.isEmpty { return }
        roff.heading("Options")
        for section in sections {
            if sections.count > 1 { roff.subheading(section.heading) }
            for (spec, initial) in section.flags {
                let index = signature.flags.firstIndex { $0.name == spec.name }
                flag(spec, initial, index.flatMap(leaf.flagCompletion), &roff)
            }
        }
    }

    private func flag(_ spec: FlagSpec, _ initial: String, _ completion: Completion?, _ roff: inout Roff) {
        let letter = spec.short.map { "\(Roff.bold("-\($0)")), " } ?? ""
        let value = spec.bareValue == nil ? " \(Roff.italic(spec.valueName))" : ""
        let notes = spec.notes(initial) + (spec.since.map { ["API \($0)"] } ?? [])
        let text = spec.help + (notes.isEmpty ? "." : " (\(notes.joined(separator: "; "))).")
        let values = spec.bareValue == nil ? completion?.summary : nil
        roff.term(letter + Roff.bold(spec.spelling) + value, [text] + (values.map { [$0] } ?? []))
    }

    private func write(_ section: Section, _ roff: inout Roff) {
        roff.heading(section.title)
        for (index, block) in section.blocks.enumerated() {
            switch block {
            case .text(let words) where index == 0: roff.line(words)
            case .text(let words): roff.paragraph(words)
            case .example(let lines): roff.example(lines)
            case .terms(let terms):
                for (term, text) in terms { roff.term(Roff.bold(term), [text]) }
            }
        }
    }
}

extension Completion {
    /// The values that can be listed, as a sentence; nil where there are none.
    fileprivate var summary: String? {
        switch self {
        case .words(let words): "One of \(words.map(\.word).joined(separator: ", "))."
        case .pairs(let pairs): "Keys: \(pairs.map(\.keyAndValues).joined(separator: ", "))."
        case .list(let element): element.summary
        case .template(_, let fields): "Fields: \(fields([]).map(\.word).joined(separator: ", "))."
        case .either(let kinds): kinds.compactMap(\.summary).first
        case .nothing, .files, .folders, .names, .split, .commands: nil
        }
    }
}

extension Completion.Pair {
    /// `health (starting, healthy)`.
    fileprivate var keyAndValues: String {
        guard case .words(let words)? = value else { return key }
        return "\(key) (\(words.map(\.word).joined(separator: ", ")))"
    }
}
