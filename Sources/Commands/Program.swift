import CommandGrammar
import EngineAPI
import Terminal

/// The program from words to exit status.
public struct Program {
    private let world: World

    public init(_ world: World) { self.world = world }

    /// Runs one command line (without the program's name) and returns the exit status.
    public func run(_ words: [String]) -> Int32 {
        do {
            try dispatch(words)
            try world.out.flush()
            return 0
        } catch {
            return settle(error)
        }
    }

    private func dispatch(_ words: [String]) throws {
        var options = GlobalOptions()
        let tree = Root.tree
        let request = try tree.parse(words, globals: &options)
        if options.version {
            return try world.out.writeLine("tug version \(Version.number)")
        }
        guard GlobalOptions.logLevels.contains(options.logLevel.lowercased()) else {
            let levels = GlobalOptions.logLevels.joined(separator: ", ")
            throw Failure("invalid value for --log-level: it is none of \(levels)")
        }
        switch request {
        case .overview(let asked):
            let help = Help(width: world.out.columns ?? 80)
            if asked {
                try world.out.write(help.overview(tree, defaults: GlobalOptions()))
            } else {
                try world.err.write(help.start(tree))
            }
        case .help(let command, let path, let asked):
            let help = Help(width: world.out.columns ?? 80, versions: notes(on: command, options))
            try (asked ? world.out : world.err).write(help.page(command, path: path))
        case .run(let filled, _, _):
            let session = Session(world: world, options: options)
            for flag in filled.deprecations {
                session.say("tug: \(flag.spelling) is an old flag: \(flag.deprecated ?? "")")
            }
            try session.check(filled.gates)
            try filled.action.run(session)
        }
    }

    /// Help marks what the engine in use is too old for; where none answers soon it tells all versions.
    private func notes(on command: Command, _ options: GlobalOptions) -> Help.VersionNotes {
        guard command.signature?.flags.contains(where: { $0.since != nil }) == true else { return .all }
        var world = world
        world.err = Output(memory: .file)
        let session = Session(world: world, options: options)
        if (try? session.engineMayAskForPassword) != false { return .all }
        let asked = TimeLimit.run(milliseconds: SessionNames.patience) { try? session.engine.version() }
        guard let version = asked ?? nil else { return .all }
        let colour = Colour(isTerminal: self.world.out.isTerminal) { self.world.environment[$0] }
        return .tooNew({ APIVersion($0).map { $0 > version } ?? true }, paint: { colour.paint($0, .dim) })
    }

    /// What was printed before the error still goes out; a pipe whose reader left ends the process quietly.
    private func settle(_ error: any Error) -> Int32 {
        if error is OutputError { return settle(output: error) }
        do {
            try world.out.flush()
        } catch {
            return settle(output: error)
        }
        let verdict = Verdict(error)
        if let line = verdict.line { try? world.err.writeLine(world.err.escaped(line)) }
        try? world.err.flush()
        return verdict.status
    }

    private func settle(output error: any Error) -> Int32 {
        if case OutputError.closedPipe = error { return Self.brokenPipe }
        try? world.err.writeLine(Verdict(error).line ?? "")
        try? world.err.flush()
        return 1
    }

    /// 128 + SIGPIPE, what a shell reports of a program that SIGPIPE ended.
    private static let brokenPipe: Int32 = 141
}
