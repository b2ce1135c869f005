import EngineAPI
import Terminal

/// Keeps the container's terminal as large as ours.
final class WindowFollower {
    private let session: Session
    private let request: (WindowSize) throws -> Request
    private var waiting: [WindowSize] = []
    private var answer: AwaitedAnswer<Void>?
    private var failures: Int64 = 0
    private(set) var due: Timestamp?

    private static let retries: Int64 = 10

    init(_ session: Session, request: @escaping (WindowSize) throws -> Request) {
        self.session = session
        self.request = request
    }

    convenience init(_ session: Session, ofContainer id: String) {
        self.init(session) { try .resizeContainer(id, rows: $0.rows, columns: $0.columns) }
    }

    /// The size of our terminal; nil where there is none or it does not know.
    static func size(_ session: Session) -> WindowSize? {
        let size = session.out.fileDescriptor.flatMap(WindowSize.of) ?? WindowSize.of(session.input)
        return size.flatMap { $0.rows == 0 && $0.columns == 0 ? nil : $0 }
    }

    /// Tells the size.
    ///
    /// - Parameter redrawing: tells a larger one first, so that a program that already runs sees a change.
    func follow(redrawing: Bool = false) {
        guard let size = Self.size(session) else { return }
        waiting = redrawing ? [WindowSize(rows: size.rows + 1, columns: size.columns + 1), size] : [size]
        failures = 0
        due = nil
        send()
    }

    func awaited() -> [any Awaited] { answer.map { [$0] } ?? [] }

    /// Looks at the answer and sends what is next.
    func advance() {
        guard let outcome = answer?.outcome else { return }
        answer = nil
        switch outcome {
        case .success:
            if !waiting.isEmpty { waiting.removeFirst() }
            failures = 0
            send()
        case .failure:
            failures += 1
            guard failures <= Self.retries else {
                waiting = []
                return session.say("the container's terminal cannot be resized; it keeps its size")
            }
            // The engine may not have opened the terminal yet.
            due = session.now.adding(nanoseconds: failures * 10_000_000)
        }
    }

    /// The pause after a failure is over.
    func retry() {
        due = nil
        send()
    }

    private func send() {
        guard answer == nil, due == nil, let size = waiting.first else { return }
        answer = try? AwaitedAnswer(session.engine.begin(request(size)))
    }
}
