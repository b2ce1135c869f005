import EngineAPI
import Filters
import JSON

/// How a client that is connected to a container learns of its exit status, on engines of every age.
///
/// - From 1.30 the wait is opened before the start.
/// - From 1.22 to 1.29 the wait answers at once for a container that does not run yet, and the engine may remove the
///   container before it is asked: events are watched from before the start.
/// - Below, the wait is opened after the start, and nobody but us removes the container.
struct ContainerEnd {
    private let id: String
    private let pump: StreamPump
    private let engine: Engine
    private var answer: AwaitedAnswer<Int>?

    /// The end of a container that is to be started.
    ///
    /// - Parameter isRemoved: the engine removes the container at its end; that is waited for too.
    init(of id: String, on pump: StreamPump, _ session: Session, isRemoved: Bool) throws {
        self.init(id, pump, session.engine)
        let version = try engine.version()
        if version >= APIVersion(1, 30) {
            let pending = try engine.begin(.waitForContainer(id, isRemoved ? .removed : .nextExit))
            answer = pump.expect(Self.wait(pending))
        } else if version >= APIVersion(1, 22) {
            answer = pump.expect(try Self.events(of: id, engine, version, isRemoved: isRemoved))
        }
    }

    /// The end of a container that runs.
    init(ofRunning id: String, on pump: StreamPump, _ session: Session) throws {
        self.init(id, pump, session.engine)
        try started()
    }

    private init(_ id: String, _ pump: StreamPump, _ engine: Engine) {
        self.id = id
        self.pump = pump
        self.engine = engine
    }

    /// The container was started.
    mutating func started() throws {
        if answer == nil { answer = pump.expect(Self.wait(try engine.begin(.waitForContainer(id)))) }
    }

    /// Serves the streams until the container has ended; nil when the detach keys were typed before.
    mutating func status() throws -> Int? {
        try started()
        return try answer.flatMap(pump.value)
    }

    private static func wait(_ pending: PendingAnswer) -> AwaitedAnswer<Int> {
        var stream = JSONStream(maximumSize: 1 << 20)
        return AwaitedAnswer(pending) { bytes in
            bytes.map { stream.append($0) }
            let document = bytes == nil ? try stream.finish() : try stream.next()
            return try document.map { try ExitReport($0.root, target: "the wait").status }
        }
    }

    private static func events(
        of id: String, _ engine: Engine, _ version: APIVersion, isRemoved: Bool
    ) throws -> AwaitedAnswer<Int> {
        var filters = FilterList()
        try filters.add("type=container")
        try filters.add("container=\(id)")
        let pending = try engine.begin(.containerEvents(filters: filters.wire(apiMinor: version.minor) ?? ""))
        var stream = JSONStream(maximumSize: 1 << 20)
        var status: Int?
        return AwaitedAnswer(pending) { bytes in
            guard let bytes else { return nil }
            stream.append(bytes)
            while let event = try stream.next()?.root {
                switch event.text("Action").isEmpty ? event.text("status") : event.text("Action") {
                case "die":
                    let text = event.at("Actor", "Attributes")?.text("exitCode") ?? ""
                    guard let code = Int(text) else { throw Failure("the engine did not tell the exit status") }
                    if !isRemoved { return code }
                    status = code
                case "destroy": return status ?? 125
                default: break
                }
            }
            return nil
        }
    }
}
