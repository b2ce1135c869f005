import EngineAPI
import Glibc
import Terminal

/// Passes signals on to a container, as requests to its engine.
final class SignalForwarder {
    private let engine: Engine
    private let container: String
    private var held: [Int32] = []
    private var isStarted: Bool
    private var requests: [(signal: Int32, answer: AwaitedAnswer<Void>)] = []

    /// So many requests to end, none answered, and the wait is given up.
    private static let patience = 3

    /// - Parameter isStarted: whether the container runs; until `start()` the signals are kept for it.
    init(to container: String, of engine: Engine, isStarted: Bool) {
        self.engine = engine
        self.container = container
        self.isStarted = isStarted
    }

    /// The signals to be passed on: all that can be caught but those that mean this process alone.
    ///
    /// A fault of our own must end us. TTIN and TTOU stop a job that wants the terminal from the background.
    /// In raw mode (`keepsTerminal`) a stop must put the terminal back first, which is the keeper's work.
    static func signals(keepsTerminal: Bool) -> [Int32] {
        var own: Set<Int32> = [
            SIGCHLD, SIGPIPE, SIGURG, SIGWINCH, SIGTTIN, SIGTTOU, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV, SIGSYS,
        ]
        if keepsTerminal { own.formUnion([SIGTSTP, SIGCONT]) }
        return (SignalName.catchable + Array(35...64)).filter { !own.contains($0) }
    }

    /// - Throws: `Because` with status 1 when three signals to end the container got no answer.
    func pass(_ signal: Int32) throws {
        let isEnd = { $0 == SIGINT || $0 == SIGTERM }
        let unanswered = requests.filter { !$0.answer.isOver && isEnd($0.signal) }.count + held.filter(isEnd).count
        if isEnd(signal), unanswered + 1 >= Self.patience {
            let reason = "the engine does not answer; leaving without knowing what becomes of the container"
            throw Because(cause: Failure(reason), status: 1)
        }
        if isStarted { send(signal) } else { held.append(signal) }
    }

    /// The container runs: what was kept for it goes out.
    func start() {
        isStarted = true
        held.forEach(send)
        held = []
    }

    /// Forgets the requests that were answered; what the engine says to a signal is of no use to anyone.
    func awaited() -> [any Awaited] {
        requests.removeAll { $0.answer.isOver }
        return requests.map(\.answer)
    }

    private func send(_ signal: Int32) {
        guard let name = SignalName.name(of: signal),
            let pending = try? engine.begin(.killContainer(container, signal: name))
        else { return }
        requests.append((signal, AwaitedAnswer(pending)))
    }
}
