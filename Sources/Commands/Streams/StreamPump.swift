import EngineAPI
import Glibc
import Terminal
import Transport

/// Serves everything that goes on around a running container from one thread: what is typed, what the container
/// says, signals, the size of the window, and answers of the engine that take their time.
final class StreamPump {
    private let session: Session
    private var stream: HijackedStream?
    private var incoming: IncomingStream?
    private var typed: TypedInput?
    private var signals: SignalPipe?
    private var forwarder: SignalForwarder?
    private var window: WindowFollower?
    private var answers: [any Awaited] = []
    private var leavesByEngine = false

    /// How long an engine is waited for that was told of the detach keys, in nanoseconds.
    private static let farewell: Int64 = 2_000_000_000
    /// Until when `hearsEnd` waits.
    private var patience: Timestamp?

    /// The engine says that a container has ended when it has closed its streams already: nanoseconds for an engine
    /// that is very busy.
    private static let lastWords: Int64 = 3_000_000_000

    init(_ session: Session) { self.session = session }

    /// Whether the detach keys were typed.
    var isDetached: Bool { typed?.isDetached ?? false }

    /// Whether all that the container had to say was written.
    var isSilent: Bool { incoming?.isOver ?? true }

    /// Connects the streams.
    ///
    /// - Parameters:
    ///   - hasTerminal: the container has a terminal: its bytes come without frames, and ours is made raw for it.
    ///   - takesInput: stdin is sent.
    ///   - closesInput: the container's stdin ends with ours. Where it stays open an engine would take our end for
    ///     the end of everything, and drop what the container still says.
    ///   - wanted: what is shown of a stream with frames.
    ///   - tellsEngine: the engine looks for the detach keys too, and makes an event of them.
    func connect(
        _ stream: HijackedStream, hasTerminal: Bool, takesInput: Bool, closesInput: Bool = true,
        wanted: StreamSelection = [.output, .error], keys: DetachKeys, tellsEngine: Bool
    ) throws {
        self.stream = stream
        incoming = IncomingStream(stream, isRaw: hasTerminal, wanted: wanted, out: session.out, err: session.err)
        guard takesInput else { return }
        typed = TypedInput(
            session.input, to: stream, closes: closesInput, keys: hasTerminal ? keys : nil,
            engineKnowsKeys: tellsEngine)
        leavesByEngine = hasTerminal && tellsEngine
        if hasTerminal, session.hasTerminalInput, !session.environment.has("NORAW") {
            try TerminalKeeper.enterRaw(session.input)
        }
    }

    /// From now on signals go to the container and the window's size is followed.
    ///
    /// - Parameters:
    ///   - forwarder: nil leaves the signals to do what they do.
    ///   - window: nil where the container has no terminal.
    func listen(forwarder: SignalForwarder?, window: WindowFollower?) throws {
        var caught = forwarder == nil ? [] : SignalForwarder.signals(keepsTerminal: typed != nil && window != nil)
        // Without a window of ours a change of its size must have come from somebody who means the container.
        if window != nil || (forwarder != nil && WindowFollower.size(session) == nil) { caught.append(SIGWINCH) }
        self.forwarder = forwarder
        self.window = window
        if !caught.isEmpty { signals = try session.world.catchSignals(caught) }
    }

    /// The container runs: its signals can be sent, its terminal resized.
    func started(redrawing: Bool = false) {
        forwarder?.start()
        window?.follow(redrawing: redrawing)
    }

    /// Awaits an answer beside the streams.
    func expect<Value>(_ answer: AwaitedAnswer<Value>) -> AwaitedAnswer<Value> {
        answers.append(answer)
        return answer
    }

    /// Serves until `isDone`, or until the detach keys are typed.
    func serve(until isDone: () -> Bool) throws {
        while !isDone(), !isDetached { try turn() }
        if isDetached, leavesByEngine { leave() }
    }

    /// Gives the engine the time to see the keys and to close the stream. What still comes is not shown, and an
    /// engine that does not answer is left all the same.
    private func leave() {
        leavesByEngine = false
        guard let stream, let typed else { return }
        let end = session.now.adding(nanoseconds: Self.farewell)
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
            while true {
                let left = end.nanoseconds(since: session.now) / 1_000_000
                guard left > 0 else { return }
                let wanted: Readiness = typed.wantsToSend ? [.readable, .writable] : .readable
                guard let ready = try? stream.wait(for: wanted, milliseconds: Int32(clamping: left)), ready != []
                else { return }
                if ready.contains(.writable) { typed.send() }
                if ready.contains(.readable), (try? stream.read(into: buffer)) ?? 0 == 0 { return }
            }
        }
    }

    /// Serves until the container has said everything.
    func serveStreams() throws { try serve { isSilent } }

    /// Serves what a container that has ended still had to say: whether any of it comes, or its end. A stream that was
    /// opened after the end stays silent.
    func hearsEnd() throws -> Bool {
        patience = session.now.adding(nanoseconds: Self.lastWords)
        defer { patience = nil }
        try serve { (incoming?.hasHeard ?? true) || remaining(patience) == 0 }
        return isDetached || incoming?.hasHeard ?? true
    }

    /// Serves until the answer is there; nil when the detach keys were typed before.
    func value<Value>(of answer: AwaitedAnswer<Value>) throws -> Value? {
        try serve { answer.isOver }
        return try answer.value()
    }

    /// Puts the terminal and the signals back.
    func end() {
        TerminalKeeper.restore()
        signals = nil
        stream?.close()
    }

    private func turn() throws {
        let awaited = pending()
        var set = PollSet()
        if let signals { set.add(signals.fileDescriptor, reading: true) }
        for answer in awaited { set.add(answer.fileDescriptor, reading: true) }
        let input = incoming?.isOver == true ? nil : typed
        if let input, input.wantsInput { set.add(input.fileDescriptor, reading: true) }
        if let stream, let incoming, !incoming.isOver {
            set.add(stream.fileDescriptor, reading: incoming.wantsInput, writing: input?.wantsToSend ?? false)
        }
        let target = incoming?.target
        if let descriptor = target?.fileDescriptor { set.add(descriptor, writing: true) }
        let isReady =
            target.map { $0.fileDescriptor == nil } ?? false || awaited.contains { $0.hasBufferedInput }
            || (incoming?.wantsInput ?? false) && (stream?.hasBufferedInput ?? false)
        if try !set.wait(milliseconds: isReady ? 0 : pause), !isReady { return window?.retry() ?? () }

        try takeSignals()
        for answer in awaited where answer.hasBufferedInput || set.canRead(answer.fileDescriptor) { answer.advance() }
        window?.advance()
        try passOutput(target, set)
        if let stream, let input, input.wantsToSend, set.canWrite(stream.fileDescriptor) { input.send() }
        if let input, input.wantsInput, set.canRead(input.fileDescriptor) { input.receive() }
    }

    private func passOutput(_ target: Output?, _ set: PollSet) throws {
        guard let incoming, let stream else { return }
        if let target {
            guard target.fileDescriptor.map(set.canWrite) ?? true else { return }
            try incoming.pass(isPatient: isBusy)
        } else if incoming.wantsInput, stream.hasBufferedInput || set.canRead(stream.fileDescriptor) {
            incoming.receive()
            // Nothing may wait, but the stream may have ended badly.
            if incoming.target == nil { try incoming.pass(isPatient: true) }
        }
    }

    /// Whether anything besides the output has to be served.
    private var isBusy: Bool { signals != nil || !(typed?.isOver ?? true) }

    private func pending() -> [any Awaited] {
        answers.removeAll { $0.isOver }
        return answers + (forwarder?.awaited() ?? []) + (window?.awaited() ?? [])
    }

    /// Milliseconds until something is due; -1 for never.
    private var pause: Int32 {
        let dues = [window?.due, patience].compactMap(remaining)
        return dues.min().map { Int32(clamping: $0 / 1_000_000 + 1) } ?? -1
    }

    private func remaining(_ due: Timestamp?) -> Int64? { due.map { max(0, $0.nanoseconds(since: session.now)) } }

    private func takeSignals() throws {
        while let signal = signals?.next() {
            if signal == SIGWINCH, let window {
                window.follow()
            } else {
                try forwarder?.pass(signal)
                try leaveIfSilent(signal)
            }
        }
    }

    /// After the last word of a container only its status is awaited: who wants to leave then may, even if the
    /// engine never tells it.
    private func leaveIfSilent(_ signal: Int32) throws {
        guard [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal), incoming?.isOver == true else { return }
        throw Because(cause: ExitStatus(code: 128 + signal), status: 128 + signal)
    }
}
