import EngineAPI
import Filters
import JSON
import Terminal

/// The containers that `tug stats` shows, their streams, and the events that tell of others: all on one thread.
final class StatsBoard {
    private let session: Session
    private let view: ListView<StatsRow>
    private let isTruncated: Bool
    private let goesOn: Bool
    private let isWindows: Bool
    private var sources: [StatsSource] = []
    /// Containers that appear are added and those that end go; nil where they were named.
    private var events: AwaitedAnswer<Void>?
    private var isNamed = false
    private var includesStopped = false
    private var isChanged = true
    private var shown: Timestamp?

    /// At least so long between two pictures.
    private static let pause: Int64 = 500_000_000

    init(_ session: Session, view: ListView<StatsRow>, isTruncated: Bool, goesOn: Bool, isWindows: Bool) {
        self.session = session
        self.view = view
        self.isTruncated = isTruncated
        self.goesOn = goesOn
        self.isWindows = isWindows
    }

    func watch(_ names: [String]) throws {
        isNamed = true
        let tellsNames = try session.engine.version() >= APIVersion(1, 25)
        for name in names where !sources.contains(where: { $0.row.name == name }) {
            var row = StatsRow(name: name, knownName: name, isTruncated: isTruncated)
            if !tellsNames, let found = try? session.engine.json(.inspectContainer(name)).root {
                row.knownID = found.text("Id")
                row.knownName = found.text("Name")
            }
            try add(row, id: "")
        }
    }

    /// - Parameter includingStopped: containers that do not run, too.
    func watchAll(includingStopped: Bool) throws {
        includesStopped = includingStopped
        // What begins between the two questions must not be lost.
        if goesOn { events = try watchEvents() }
        let list = try session.engine.list(.listContainers(all: includingStopped))
        for container in list.map(ContainerSummary.init) {
            try add(id: container.id, name: container.names.first { !$0.dropFirst().contains("/") } ?? "")
        }
    }

    /// Shows the samples as they come, or once.
    ///
    /// - Throws: `ExitStatus` when one of the named containers is not there.
    func run() throws {
        while !sources.allSatisfy({ goesOn ? $0.isSettled : $0.answer.isOver }) { try turn() }
        if isNamed { try refuseMissing() }
        try draw()
        while goesOn, !isOver {
            repeat { try turn() } while !isDue
            try draw()
        }
        if let events { _ = try events.value() }
        for source in sources { if let failure = source.failure { throw failure } }
    }

    /// Of the containers that were named, all must be there.
    private func refuseMissing() throws {
        let failures = sources.compactMap(\.failure)
        for failure in failures { session.say(Verdict(failure).line ?? "") }
        if !failures.isEmpty { throw ExitStatus(code: 1) }
    }

    private func add(id: String, name: String) throws {
        guard !id.isEmpty, !sources.contains(where: { $0.id == id }) else { return }
        try add(
            StatsRow(name: ShortID.of(id), knownID: id, knownName: name, isTruncated: isTruncated), id: id)
        isChanged = true
    }

    private func add(_ row: StatsRow, id: String) throws {
        // Before API 1.19 the stream cannot be asked for one sample, and the first has none before it.
        let isOld = try session.engine.version() < APIVersion(1, 19)
        sources.append(
            try StatsSource(
                row, id: id, samples: goesOn ? nil : isOld ? 2 : 1, goesOn: goesOn, isWindows: isWindows,
                session.engine))
    }

    private func watchEvents() throws -> AwaitedAnswer<Void> {
        var stream = JSONStream(maximumSize: 1 << 20)
        let pending = try session.engine.begin(.events())
        return AwaitedAnswer(pending) { [unowned self] bytes in
            guard let bytes else { throw Failure("the engine ended the connection") }
            stream.append(bytes)
            while let document = try stream.next() { try take(EventMessage(document)) }
            return nil
        }
    }

    private func take(_ event: EventMessage) throws {
        guard event.type == "container" else { return }
        let name = event.attributes.first { $0.key == "name" }?.value ?? ""
        switch event.action {
        case "start": try add(id: event.actorID, name: name)
        case "create" where includesStopped: try add(id: event.actorID, name: name)
        case "destroy": remove(event.actorID)
        case "die" where !includesStopped: remove(event.actorID)
        default: break
        }
    }

    private func remove(_ id: String) {
        sources.removeAll { $0.id == id }
        isChanged = true
    }

    /// Waits for something to come, at most until the next picture is due, and takes it.
    private func turn() throws {
        let awaited: [any Awaited] = sources.map(\.answer).filter { !$0.isOver } + [events].compactMap { $0 }
        var set = PollSet()
        for answer in awaited { set.add(answer.fileDescriptor, reading: true) }
        let isReady = awaited.contains { $0.hasBufferedInput }
        _ = try set.wait(milliseconds: isReady ? 0 : timeLeft)
        for source in sources where !source.answer.isOver && isReadable(source.answer, set) { source.advance() }
        if let events, isReadable(events, set) { events.advance() }
    }

    private func isReadable(_ answer: any Awaited, _ set: PollSet) -> Bool {
        answer.hasBufferedInput || set.canRead(answer.fileDescriptor)
    }

    private var hasNews: Bool { isChanged || sources.contains(where: \.hasNews) }

    /// Whether nothing more can come.
    private var isOver: Bool { events?.isOver ?? sources.allSatisfy(\.answer.isOver) }

    private var isDue: Bool { isOver || (hasNews && timeLeft == 0) }

    /// Milliseconds until a picture may be drawn; -1 where there is nothing new to draw.
    private var timeLeft: Int32 {
        guard let shown, hasNews else { return -1 }
        return Int32(clamping: max(0, Self.pause - session.now.nanoseconds(since: shown)) / 1_000_000)
    }

    private func draw() throws {
        // A container that went between the list and the question is no line.
        if !isNamed { sources.removeAll { $0.failure is EngineError } }
        let rows = sources.map(\.row)
        for source in sources { source.seen() }
        let isFirst = shown == nil
        isChanged = false
        shown = session.now
        guard goesOn, session.out.isTerminal else {
            try view.show(rows, to: session.out)
            return try session.out.flush()
        }
        // Drawn over the last picture: from the top, each line's rest and all below it wiped.
        let picture = Output(memory: .terminal(columns: session.out.columns))
        try view.show(rows, to: picture)
        let lines = picture.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        let text = lines.map { $0 + "\u{1b}[K\n" }.joined()
        try session.out.write((isFirst ? "\u{1b}[2J" : "") + "\u{1b}[H" + text + "\u{1b}[J")
        try session.out.flush()
    }
}
