import EngineAPI
import Filters
import JSON
import Terminal

/// One kind of things that pile up, and how the unused ones are removed: by the engine, or one by one where the
/// engine has no such endpoint or does not know a filter.
struct Prune {
    /// As messages call it: `tug container prune`.
    let name: String
    /// `Deleted Containers:`
    let heading: String
    let rules: FilterRules
    /// The first engine that prunes by itself.
    let since: APIVersion
    /// Asks the engine to do it, with the filters in their wire form.
    let request: (_ filters: String?, APIVersion) -> Request
    /// The lines to print for the engine's answer.
    let removed: (JSONValue) -> [String]
    /// Lists and removes what the choice leaves; nil for what only an engine can do.
    let oneByOne: ((PruneChoice, Session) throws -> (lines: [String], reclaimed: Double))?
    /// The first engine on which that works.
    let oneByOneSince: APIVersion

    /// The whole of a command: the question, the work, and what is printed of it.
    ///
    /// - Parameters:
    ///   - warning: what will be removed: `this removes all stopped containers`.
    ///   - showsSpace: whether the bytes are told at the end.
    func run(
        _ typed: FilterList, force: Bool, warning: String, showsSpace: Bool = true, session: Session
    ) throws {
        let filters = try session.pruneFilters(adding: typed)
        try rules.check(filters)
        guard try force || session.confirm(warning) else { return }
        let report = try carryOut(filters, session)
        try report.print(to: session.out)
        if showsSpace { try PruneReport.print(total: report.reclaimed, to: session.out) }
    }

    /// Removes, without asking.
    ///
    /// - Throws: `Failure` where the engine is too old even for removal one by one.
    func carryOut(_ filters: FilterList, _ session: Session) throws -> PruneReport {
        let version = try session.engine.version()
        let unknown = rules.unsupported(filters, at: version.minor)
        if version >= since, unknown.isEmpty {
            let answer = try session.engine.json(request(filters.wire(apiMinor: version.minor), version)).root
            let reclaimed = answer["SpaceReclaimed"]?.double ?? 0
            return PruneReport(heading: heading, lines: removed(answer), reclaimed: max(0, reclaimed))
        }
        guard let oneByOne, version >= oneByOneSince else {
            let needed = unknown.compactMap { rules[$0].map { APIVersion(1, $0.since) } }.max() ?? since
            try session.require(oneByOne == nil ? max(needed, since) : oneByOneSince, for: name)
            throw Failure("this engine does not know the filter \(unknown.joined(separator: ", "))")
        }
        session.say(
            version < since
                ? "this engine (API \(version)) cannot prune: tug lists and removes one by one"
                : "this engine (API \(version)) cannot prune by \(unknown.joined(separator: ", ")): tug lists and "
                    + "removes one by one")
        let done = try oneByOne(PruneChoice(filters, rules, now: session.now), session)
        return PruneReport(heading: heading, lines: done.lines, reclaimed: done.reclaimed)
    }
}

extension Session {
    /// Asks on stderr whether to go on; the end of the input is a no.
    func confirm(_ warning: String) throws -> Bool {
        warn(warning)
        return try ask("Are you sure you want to continue?")
    }

    /// Asks on stderr; the end of the input is a no.
    func ask(_ question: String) throws -> Bool {
        try out.flush()
        let answer = try Prompt(err, input: input).confirm(question)
        // The newline of an answer that was not typed here is not seen.
        if WindowSize.of(input) == nil { try err.writeLine() }
        return answer
    }

    /// What was typed, with `pruneFilters` of the configuration but for a label that was typed the other way round.
    func pruneFilters(adding typed: FilterList) throws -> FilterList {
        var configured = FilterList()
        for entry in config.texts("pruneFilters") where entry.contains("=") { try configured.add(entry) }
        var filters = typed
        let opposites = ["label": "label!", "label!": "label"]
        for key in configured.keys {
            for value in configured.values(key) {
                if let opposite = opposites[key], typed.values(opposite).contains(value) { continue }
                filters.set(key: key, value: value)
            }
        }
        return filters
    }

    /// Removes one thing of many; a refusal is said, and the rest goes on.
    func removes(_ request: Request) throws -> Bool {
        do {
            try engine.perform(request)
            return true
        } catch let error as EngineError {
            if !error.isNotFound { say(error.description) }
            return false
        }
    }
}
