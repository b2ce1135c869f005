import EngineAPI

/// The same request for several containers: many under way at once, told in the order typed.
struct ContainerRequests {
    /// So many requests are under way at most.
    static let limit = 50

    let names: [String]
    /// Errors that are told but do not spoil the exit status.
    var isForgiven: (EngineError) -> Bool = { _ in false }
    let request: (String) throws -> Request

    /// - Throws: `ExitStatus` when one of them failed and was told.
    func run(_ session: Session) throws {
        _ = try session.engine.ping()
        var failed = false
        var rest = names[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Self.limit)
            rest = rest.dropFirst(Self.limit)
            for (name, finish) in start(batch, session.engine) {
                do {
                    try finish()
                    try session.out.writeLine(session.out.escaped(name))
                    try session.out.flush()
                } catch let error as EngineError {
                    session.say(error.description)
                    if !isForgiven(error) { failed = true }
                } catch let error as NameError {
                    session.say(Verdict(error).line ?? "")
                    failed = true
                }
            }
        }
        if failed { throw ExitStatus(code: 1) }
    }

    private func start(_ batch: ArraySlice<String>, _ engine: Engine) -> [(name: String, finish: () throws -> Void)] {
        batch.map { name in
            if names.count == 1 { return (name, { try engine.perform(try request(name)) }) }
            let pending = Result { try engine.begin(try request(name)) }
            return (name, { try pending.get().receive().discard() })
        }
    }
}
