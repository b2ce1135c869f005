import CommandGrammar
import EngineAPI

struct ContainerAttach: Action, Equatable {
    var name = ""
    var detachKeys: String?
    var noStdin = false
    var sigProxy = true

    static var command: Command {
        Command(
            "attach", "Connect to the streams of a running container", ContainerAttach.self,
            detail: "The keys ctrl-p ctrl-q leave a container with a terminal; it goes on without you.",
            flags: [
                Flag(
                    "detach-keys", \.detachKeys, "The keys that leave the container", value: "keys",
                    completing: .detachKeys),
                Flag("no-stdin", \.noStdin, "Do not send stdin"),
                Flag("sig-proxy", \.sigProxy, "Pass signals on to a container without a terminal"),
            ],
            arguments: [Argument("CONTAINER", \.name) { _ in .names(.runningContainers) }])
    }

    func run(_ session: Session) throws {
        let detach = try session.detachKeys(detachKeys)
        let engine = session.engine
        let container = ContainerState(try engine.json(.inspectContainer(name)).root)
        try refuseUnlessRunning(container)
        let id = container.id
        let takesInput = !noStdin && container.opensInput
        try session.requireTerminalInput(takesInput: takesInput, hasTerminal: container.hasTerminal)

        let pump = StreamPump(session)
        defer { pump.end() }
        var end = try ContainerEnd(ofRunning: id, on: pump, session)
        let streams: StreamSelection = takesInput ? [.input, .output, .error] : [.output, .error]
        let stream = try engine.hijack(.attachContainer(id, streams, detachKeys: detach.spelling))
        // Had it ended before it was attached, nothing would ever come.
        let hasEnded = try hasEnded(id, engine)
        try pump.connect(
            stream, hasTerminal: container.hasTerminal, takesInput: takesInput,
            closesInput: session.endsInput(of: container), keys: detach.keys,
            tellsEngine: session.engineSeesDetachKeys())
        try pump.listen(
            forwarder: sigProxy && !container.hasTerminal ? SignalForwarder(to: id, of: engine, isStarted: true) : nil,
            window: container.hasTerminal ? WindowFollower(session, ofContainer: id) : nil)
        if !hasEnded { pump.started(redrawing: true) } else if try !pump.hearsEnd() { throw notRunning }
        try pump.serveStreams()
        if pump.isDetached { throw ExitStatus.detached(session, pump) }
        guard let status = try end.status() else { return }
        if status != 0 { throw ExitStatus(code: ExitReport.code(status)) }
    }

    private func hasEnded(_ id: String, _ engine: Engine) throws -> Bool {
        do {
            let container = ContainerState(try engine.json(.inspectContainer(id)).root)
            return !container.isRunning || container.isRestarting
        } catch let error as EngineError where error.isNotFound {
            return true
        }
    }

    private var notRunning: Failure { Failure("\(name) is not running: start it first") }

    private func refuseUnlessRunning(_ container: ContainerState) throws {
        if !container.isRunning { throw notRunning }
        if container.isPaused { throw Failure("\(name) is paused: unpause it first") }
        if container.isRestarting { throw Failure("\(name) is restarting: wait until it runs") }
    }
}
