import EngineAPI

/// The same verb for several objects, told in the order typed: a refusal is said, the rest goes on, and the command
/// fails at the end.
struct ObjectRequests {
    /// So many requests are under way at most.
    static let limit = 50

    let names: [String]
    /// Errors that are told but do not spoil the exit status.
    var isForgiven: (EngineError) -> Bool = { _ in false }

    /// One after the other.
    ///
    /// - Throws: `ExitStatus` when one of them failed and was told.
    func each(_ session: Session, _ act: (String) throws -> Void) throws {
        var failed = false
        for name in names {
            do {
                try act(name)
                try session.out.flush()
            } catch let error as EngineError {
                session.say(error.description)
                if !isForgiven(error) { failed = true }
            } catch let error as NameError {
                session.say(Verdict(error).line ?? "")
                failed = true
            }
        }
        if failed { throw ExitStatus(code: 1) }
    }

    /// Many under way at once; the name of each is printed when it is done.
    func send(_ session: Session, _ request: (String) throws -> Request) throws {
        let engine = session.engine
        _ = try engine.ping()
        var waiting: ArraySlice<Result<PendingAnswer, any Error>> = []
        var rest = names[...]
        try each(session) { name in
            if names.count == 1 {
                try engine.perform(try request(name))
            } else {
                if waiting.isEmpty {
                    waiting =
                        rest.prefix(Self.limit).map { name in Result { try engine.begin(try request(name)) } }[...]
                    rest = rest.dropFirst(Self.limit)
                }
                try waiting.popFirst()?.get().receive().discard()
            }
            try session.out.writeLine(session.out.escaped(name))
        }
    }
}
