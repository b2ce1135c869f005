import CommandGrammar
import EngineAPI
import Terminal
import Transport

struct ContainerRun: Action, Equatable {
    var options = ContainerOptions()
    var image = ""
    var command: [String] = []
    var detach = false
    var detachKeys: String?
    var sigProxy = true

    static var command: Command {
        Command(
            "run", "Make a container and start it", ContainerRun.self,
            detail: "The exit status is the container's; 125, 126 and 127 tell that it did not start. "
                + "The keys ctrl-p ctrl-q leave a container with a terminal; it goes on without you.",
            examples: [
                "tug run -it --rm busybox sh",
                "tug run -d --name web -p 8080:80 nginx",
            ],
            interspersed: false,
            flags: [
                Flag("detach", short: "d", \.detach, "Print the id and do not wait"),
                Flag(
                    "detach-keys", \.detachKeys, "The keys that leave the container", value: "keys",
                    completing: .detachKeys),
                Flag("sig-proxy", \.sigProxy, "Pass signals on to the container"),
            ] + ContainerOptions.flags.at(\.options),
            arguments: [Argument("IMAGE", \.image), Argument("COMMAND", all: \.command)])
    }

    func run(_ session: Session) throws {
        let keys: (keys: DetachKeys, spelling: String?)
        do {
            keys = try session.detachKeys(detachKeys)
        } catch {
            throw Because(cause: error, status: 125)
        }
        if detach, !options.process.attach.values.isEmpty {
            throw Failure("--detach and --attach contradict each other")
        }
        if !detach {
            try session.requireTerminalInput(takesInput: takesInput, hasTerminal: options.process.hasTerminal)
        }
        let container: CreatedContainer
        do {
            container = try create(session)
        } catch let error where !(error is OutputError) {
            throw Because(cause: error, status: 125)
        }
        if detach { return try runDetached(container.id, session) }
        try runAttached(container.id, keys, session)
    }

    private var streams: StreamSelection {
        let attached = options.process.attached
        var streams: StreamSelection = []
        if attached.contains(.stdin) { streams.insert(.input) }
        if attached.contains(.stdout) { streams.insert(.output) }
        if attached.contains(.stderr) { streams.insert(.error) }
        return streams
    }

    /// `-a stdin` alone opens nothing in the container that could be read.
    private var takesInput: Bool { streams.contains(.input) }

    private func create(_ session: Session) throws -> CreatedContainer {
        if detach, options.process.isRemovedAtExit {
            // Nobody would be there to remove it.
            try session.require(APIVersion(1, 25), for: "--rm with --detach")
        }
        var options = options
        if options.process.isRemovedAtExit, try weRemoveForPodman(session) {
            try options.process.check(session.engine.version())
            options.process.isRemovedAtExit = false
        }
        return try ContainerCreation(
            options: options, image: image, command: command, isDetached: detach,
            consoleSize: WindowFollower.size(session)
        ).create(session)
    }

    /// Podman tells no status of a container that it removes itself.
    private func weRemoveForPodman(_ session: Session) throws -> Bool { try !detach && session.engine.ping().isPodman }

    private func runDetached(_ id: String, _ session: Session) throws {
        do {
            try session.engine.perform(.startContainer(id))
        } catch {
            throw Self.notStarted(error)
        }
        try session.out.writeLine(id)
    }

    private func runAttached(
        _ id: String, _ detach: (keys: DetachKeys, spelling: String?), _ session: Session
    ) throws {
        let engine = session.engine
        let hasTerminal = options.process.hasTerminal
        let engineRemoves =
            try options.process.isRemovedAtExit && engine.version() >= APIVersion(1, 25) && !weRemoveForPodman(session)
        let weRemove = options.process.isRemovedAtExit && !engineRemoves
        if streams.isDisjoint(with: [.output, .error]) {
            try session.out.writeLine(id)
            try session.out.flush()
        }
        let pump = StreamPump(session)
        defer { pump.end() }
        let stream = try attach(id, detach.spelling, engine)
        try pump.connect(
            stream, hasTerminal: hasTerminal, takesInput: takesInput, wanted: streams, keys: detach.keys,
            tellsEngine: session.engineSeesDetachKeys())
        var end = try ContainerEnd(of: id, on: pump, session, isRemoved: engineRemoves)
        try pump.listen(
            forwarder: sigProxy ? SignalForwarder(to: id, of: engine, isStarted: false) : nil,
            window: hasTerminal ? WindowFollower(session, ofContainer: id) : nil)
        do {
            guard try start(id, detach.spelling, pump, engine) else { return }
        } catch {
            if weRemove { try? engine.perform(.removeContainer(id, volumes: true)) }
            throw error
        }
        pump.started()
        try end.started()
        try pump.serveStreams()
        let status = try self.status(&end)
        guard let status else { return }
        if weRemove { try engine.perform(.removeContainer(id, volumes: true)) }
        if status != 0 { throw ExitStatus(code: ExitReport.code(status)) }
    }

    /// Podman sets the program up here already, and refuses here one that cannot run.
    private func attach(_ id: String, _ keys: String?, _ engine: Engine) throws -> HijackedStream {
        do {
            return try engine.hijack(.attachContainer(id, streams, detachKeys: keys))
        } catch {
            // What never starts never ends, so no engine removes it.
            if options.process.isRemovedAtExit { try? engine.perform(.removeContainer(id, volumes: true)) }
            throw Self.notStarted(error)
        }
    }

    /// False when the detach keys were typed before the container had started.
    private func start(_ id: String, _ keys: String?, _ pump: StreamPump, _ engine: Engine) throws -> Bool {
        do {
            let start = try pump.expect(AwaitedAnswer(engine.begin(.startContainer(id, detachKeys: keys))))
            return try pump.value(of: start) != nil
        } catch let error where !(error is OutputError || error is Because) {
            throw Self.notStarted(error)
        }
    }

    private func status(_ end: inout ContainerEnd) throws -> Int? {
        do {
            return try end.status()
        } catch let error where !(error is OutputError || error is Because) {
            throw Because(cause: error, status: 125)
        }
    }

    /// The engine tells only in words what kept the program from starting.
    private static func notStarted(_ error: any Error) -> any Error {
        let message = (error as? EngineError)?.message.lowercased() ?? ""
        let missing = [
            "executable file not found", "no such file or directory", "system cannot find the file specified",
        ]
        if missing.contains(where: message.contains) { return Because(cause: error, status: 127) }
        let unusable = ["permission denied", "is a directory"]
        return Because(cause: error, status: unusable.contains(where: message.contains) ? 126 : 125)
    }
}
