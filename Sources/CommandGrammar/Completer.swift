/// Answers what may be typed next, from the declarations alone; names it asks of a source.
public struct Completer<Session, Globals> {
    private let tree: Tree<Session, Globals>
    private let source: any CompletionSource

    public init(_ tree: Tree<Session, Globals>, source: any CompletionSource) {
        self.tree = tree
        self.source = source
    }

    /// The global flags among the words fill `globals`, so that names come from the engine they choose.
    public static func readGlobals(_ words: [String], of tree: Tree<Session, Globals>, into globals: inout Globals) {
        let typed = TypedWords.untilCommand(words.dropLast(), specs: tree.flags.map(\.spec))
        var parser = Parser(flags: tree.flags, interspersed: false)
        _ = try? parser.parse(words.prefix(typed.count), into: &globals)
    }

    /// - Parameter words: all words after the program's name; the last is the one at the cursor, perhaps empty.
    public func complete(_ words: [String]) -> Offer {
        let current = words.last ?? ""
        var before = words.dropLast()
        let specs = tree.flags.map(\.spec)
        let globals = TypedWords.untilCommand(before, specs: specs)
        guard let first = globals.positionals.first else {
            let place = Place(specs: specs, typed: globals, arguments: []) { tree.flags[$0].completion() }
            return complete(current, at: place) { offer(commands: tree.commands, hasHelp: true) }
        }
        before = before.dropFirst(globals.count)
        if first == "help" { return help(Array(before), current) }
        guard let command = tree.commands.first(where: { $0.answers(to: first) }) else { return Offer() }
        return complete(current, in: command, before)
    }

    private func complete(_ current: String, in command: Command<Session>, _ before: ArraySlice<String>) -> Offer {
        var command = command
        var before = before
        while let level = command.subcommands {
            guard let word = before.popFirst() else {
                if current.hasPrefix("-") { return Offer([Candidate("--help", Self.helpText)]).matching(current) }
                return offer(commands: level, hasHelp: false).matching(current)
            }
            if word == "help" { return help(subcommands: level, Array(before), current) }
            guard let next = level.first(where: { $0.answers(to: word) }) else { return Offer() }
            command = next
        }
        guard case .leaf(let make) = command.content else { return Offer() }
        let leaf = make()
        let signature = leaf.signature()
        let typed = TypedWords(before, specs: signature.flags, interspersed: signature.isInterspersed)
        let place = Place(
            specs: signature.flags, typed: typed, arguments: signature.arguments, flagCompletion: leaf.flagCompletion)
        return complete(current, at: place) {
            var position = typed.positionals.count
            for (index, argument) in signature.arguments.enumerated() {
                guard let maximum = argument.maximum, position >= maximum else {
                    let completion = leaf.argumentCompletion(index, before) ?? source.meaning(of: argument.name)
                    return value(
                        completion ?? .nothing, current, seen: argument.maximum == nil ? typed.positionals : [])
                }
                position -= maximum
            }
            return Offer()
        }
    }

    /// Where the cursor stands: within the value of a flag, at a flag, or at whatever else `argument` offers.
    private func complete(_ current: String, at place: Place, argument: () -> Offer) -> Offer {
        let typed = place.typed
        if let flag = typed.pending {
            return value(place.completion(of: flag, source), current, seen: typed.values[flag.name] ?? []).matching(
                current)
        }
        guard !typed.areFlagsOver, current.hasPrefix("-") else { return argument().matching(current) }
        let word = FlagWord(current, among: place.specs)
        if let flag = word.last, let text = word.value {
            let start = String(current.dropLast(text.count))
            let seen = typed.values[flag.name] ?? []
            return value(place.completion(of: flag, source), text, seen: seen).behind(start, source: source, text)
                .matching(current)
        }
        return flags(place, showsLetters: current == "-").matching(current)
    }

    private func flags(_ place: Place, showsLetters: Bool) -> Offer {
        let specs = place.specs.filter { spec in
            !spec.isHidden && spec.deprecated == nil && (spec.isList || !place.typed.flags.contains(spec.name))
        }
        var offer = Offer(specs.sorted { $0.name < $1.name }.map { Candidate($0.spelling, $0.help) })
        if !specs.contains(where: { $0.name == "help" }) { offer.candidates.append(Candidate("--help", Self.helpText)) }
        if showsLetters {
            offer.candidates += specs.compactMap { spec in spec.short.map { Candidate("-\($0)", spec.help) } }
        }
        return offer
    }

    private func offer(commands: [Command<Session>], hasHelp: Bool) -> Offer {
        let visible = commands.filter { !$0.isHidden }
        var candidates = visible.map { Candidate($0.name, $0.summary) }
        if hasHelp { candidates.append(Candidate("help", Self.helpText)) }
        candidates.sort { $0.word < $1.word }
        candidates += visible.flatMap { command in
            command.aliases.map { Candidate($0, command.summary, isAlternative: true) }
        }
        return Offer(candidates)
    }

    private func help(_ words: [String], _ current: String) -> Offer {
        help(subcommands: tree.commands, words, current)
    }

    private func help(subcommands: [Command<Session>], _ words: [String], _ current: String) -> Offer {
        var level = subcommands
        for word in words {
            guard let command = level.first(where: { $0.answers(to: word) }) else { return Offer() }
            level = command.subcommands ?? []
        }
        return offer(commands: level, hasHelp: false).matching(current)
    }

    private func value(_ completion: Completion, _ text: String, seen: [String]) -> Offer {
        if case .commands = completion { return offer(commands: tree.commands, hasHelp: false) }
        return ValueCompleter(source: source).offer(completion, text, seen: seen)
    }

    private static var helpText: String { "Tell more" }

    /// A set of flags and what was typed of it.
    private struct Place {
        let specs: [FlagSpec]
        let typed: TypedWords
        let arguments: [ArgumentSpec]
        let flagCompletion: (Int) -> Completion?

        init(
            specs: [FlagSpec], typed: TypedWords, arguments: [ArgumentSpec],
            flagCompletion: @escaping (Int) -> Completion?
        ) {
            self.specs = specs
            self.typed = typed
            self.arguments = arguments
            self.flagCompletion = flagCompletion
        }

        func completion(of flag: FlagSpec, _ source: any CompletionSource) -> Completion {
            let declared = specs.firstIndex { $0.name == flag.name }.flatMap(flagCompletion)
            return declared ?? source.meaning(of: flag.valueName) ?? .nothing
        }
    }
}

extension TypedWords {
    /// The flags before the command, and the command.
    fileprivate static func untilCommand(_ words: ArraySlice<String>, specs: [FlagSpec]) -> TypedWords {
        for end in words.startIndex..<words.endIndex {
            let typed = TypedWords(words[...end], specs: specs, interspersed: false)
            if !typed.positionals.isEmpty { return typed }
        }
        return TypedWords(words, specs: specs, interspersed: false)
    }
}
