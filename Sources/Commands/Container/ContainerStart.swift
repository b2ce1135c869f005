import CommandGrammar
import EngineAPI
import Terminal

struct ContainerStart: Action, Equatable {
    var names: [String] = []
    var attach = false
    var checkpoint: String?
    var checkpointFolder: String?
    var detachKeys: String?
    var interactive = false

    static var command: Command {
        Command(
            "start", "Start stopped containers", ContainerStart.self,
            detail: "With --attach the exit status is the container's.",
            examples: ["tug start web db", "tug start -ai shell"],
            flags: [
                Flag("attach", short: "a", \.attach, "Connect to its output, and pass signals on"),
                Flag("checkpoint", \.checkpoint, "Go on from this checkpoint", value: "name", since: "1.25"),
                Flag(
                    "checkpoint-dir", \.checkpointFolder, "Where the engine keeps the checkpoint", value: "folder",
                    since: "1.25"),
                Flag(
                    "detach-keys", \.detachKeys, "The keys that leave the container", value: "keys",
                    completing: .detachKeys),
                Flag("interactive", short: "i", \.interactive, "Send stdin; connects to the output too"),
            ],
            arguments: [Argument("CONTAINER", all: \.names, atLeast: 1) { _ in .names(.stoppedContainers) }])
    }

    func run(_ session: Session) throws {
        let isAttached = attach || interactive
        if names.count > 1 {
            if isAttached { throw Failure("--attach and --interactive start one container at a time") }
            if checkpoint != nil { throw Failure("--checkpoint starts one container at a time") }
        }
        let keys = try session.detachKeys(detachKeys)
        if isAttached { return try startAttached(names.first ?? "", keys, session) }
        var failed = false
        for name in names {
            do {
                try session.engine.perform(request(name, keys: nil))
                try session.out.writeLine(name)
            } catch let error where !(error is OutputError) {
                session.say(Verdict(error).line ?? "")
                failed = true
            }
        }
        if failed { throw ExitStatus(code: 1) }
    }

    private func request(_ name: String, keys: String?) throws -> Request {
        try .startContainer(name, detachKeys: keys, checkpoint: checkpoint, checkpointFolder: checkpointFolder)
    }

    private func startAttached(
        _ name: String, _ detach: (keys: DetachKeys, spelling: String?), _ session: Session
    ) throws {
        let engine = session.engine
        let container = ContainerState(try engine.json(.inspectContainer(name)).root)
        let id = container.id
        let takesInput = interactive && container.opensInput
        let pump = StreamPump(session)
        defer { pump.end() }
        let stream = try engine.hijack(
            .attachContainer(
                id, takesInput ? [.input, .output, .error] : [.output, .error], detachKeys: detach.spelling))
        try pump.connect(
            stream, hasTerminal: container.hasTerminal, takesInput: takesInput,
            closesInput: session.endsInput(of: container), keys: detach.keys,
            tellsEngine: session.engineSeesDetachKeys())
        var end = try ContainerEnd(of: id, on: pump, session, isRemoved: container.isRemovedAtExit)
        try pump.listen(
            forwarder: container.hasTerminal ? nil : SignalForwarder(to: id, of: engine, isStarted: false),
            window: container.hasTerminal ? WindowFollower(session, ofContainer: id) : nil)
        let start = try pump.expect(AwaitedAnswer(engine.begin(request(id, keys: detach.spelling))))
        guard try pump.value(of: start) != nil else { return }
        pump.started()
        try end.started()
        try pump.serveStreams()
        guard let status = try end.status() else { return }
        if status != 0 { throw ExitStatus(code: ExitReport.code(status)) }
    }
}
