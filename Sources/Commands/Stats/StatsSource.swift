import EngineAPI
import JSON

/// One container's samples as they come.
final class StatsSource {
    private(set) var row: StatsRow
    /// Whether a sample came, or it is known that none will.
    var isSettled: Bool { row.sample != nil || answer.isOver }
    private(set) var hasNews = true
    let id: String
    private let goesOn: Bool
    private(set) var answer: AwaitedAnswer<Void>

    /// - Parameters:
    ///   - samples: so many are read; nil for all that come.
    ///   - goesOn: what the engine is told.
    init(_ row: StatsRow, id: String, samples: Int?, goesOn: Bool, isWindows: Bool, _ engine: Engine) throws {
        self.row = row
        self.id = id
        self.goesOn = goesOn
        let pending = try engine.begin(.containerStats(id.isEmpty ? row.name : id, goesOn: goesOn))
        let reader = Reader(samples: samples, isWindows: isWindows)
        answer = AwaitedAnswer(pending) { try reader.read($0) }
        reader.take = { [unowned self] sample in
            self.row.sample = sample
            hasNews = true
        }
    }

    /// Takes what has come.
    func advance() {
        answer.advance()
        if answer.isOver, goesOn {
            if let sample = row.sample { row.knownID = sample.id }
            row.sample = nil
            hasNews = true
        }
    }

    /// What went wrong; nil while all is well.
    var failure: (any Error)? {
        if case .failure(let error)? = answer.outcome { error } else { nil }
    }

    func seen() { hasNews = false }

    /// Takes the objects of the body apart.
    private final class Reader {
        private var stream = JSONStream(maximumSize: 1 << 20)
        private var last: ContainerSample?
        private var missing: Int?
        private let isWindows: Bool
        var take: (ContainerSample) -> Void = { _ in }

        init(samples: Int?, isWindows: Bool) {
            missing = samples
            self.isWindows = isWindows
        }

        /// Returns a value when no more is wanted or comes.
        func read(_ bytes: ArraySlice<UInt8>?) throws -> Void? {
            if let bytes { stream.append(bytes) }
            var document = bytes == nil ? try stream.finish() : try stream.next()
            while let found = document {
                let sample = ContainerSample(found.root, after: last, isWindows: isWindows)
                last = sample
                take(sample)
                missing = missing.map { $0 - 1 }
                if missing == 0 { return () }
                document = try stream.next()
            }
            guard bytes == nil else { return nil }
            if last == nil { throw Failure("the engine sent no numbers") }
            return ()
        }
    }
}
