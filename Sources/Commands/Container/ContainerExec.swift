import CommandGrammar
import EngineAPI

struct ContainerExec: Action, Equatable {
    var name = ""
    var command: [String] = []
    var detach = false
    var detachKeys: String?
    var environment = ListOf<EnvironmentVariable>()
    var environmentFiles: [String] = []
    var interactive = false
    var privileged = false
    var tty = false
    var user = ""
    var workdir = ""

    static var command: Command {
        Command(
            "exec", "Run a program in a running container", ContainerExec.self,
            detail: "The exit status is the program's.",
            examples: ["tug exec -it web sh", "tug exec -u nobody web id", "echo hi | tug exec -i web cat"],
            interspersed: false,
            flags: [
                Flag("detach", short: "d", \.detach, "Do not wait for the program"),
                Flag(
                    "detach-keys", \.detachKeys, "The keys that leave the program", value: "keys",
                    completing: .detachKeys),
                Flag(
                    "env", short: "e", \.environment, "Variable of the environment: NAME=VALUE, or NAME",
                    since: "1.25"),
                Flag(
                    "env-file", \.environmentFiles, "File of variables, one a line", value: "file", since: "1.25"),
                Flag("interactive", short: "i", \.interactive, "Send stdin"),
                Flag("privileged", \.privileged, "Give the program every right on the host", since: "1.21"),
                Flag("tty", short: "t", \.tty, "Give the program a terminal"),
                Flag(
                    "user", short: "u", \.user, "Who runs it: NAME or UID, with :GROUP or :GID", since: "1.19"),
                Flag("workdir", short: "w", \.workdir, "Folder in the container to start in", since: "1.35"),
            ],
            arguments: [
                Argument("CONTAINER", \.name) { _ in .names(.runningContainers) },
                Argument("COMMAND", all: \.command, atLeast: 1),
            ])
    }

    func run(_ session: Session) throws {
        let keys = try session.detachKeys(detachKeys)
        let variables = try EnvironmentVariable.texts(files: environmentFiles, flags: environment, session, status: 1)
        if !detach { try session.requireTerminalInput(takesInput: interactive, hasTerminal: tty) }
        let engine = session.engine
        let version = try engine.version()

        var exec = ExecSpecification(command)
        exec.streams = detach ? [] : interactive ? [.input, .output, .error] : [.output, .error]
        exec.hasTerminal = tty
        exec.isPrivileged = privileged
        exec.user = user
        exec.folder = workdir
        exec.environment = variables
        exec.detachKeys = version >= APIVersion(1, 22) ? keys.spelling : nil
        let size = WindowFollower.size(session).flatMap { tty && version >= APIVersion(1, 42) ? $0 : nil }
        exec.consoleSize = size.map { ($0.rows, $0.columns) }
        let created = try engine.json(.createExec(in: name, exec)).root
        for warning in created.strings("Warnings") { session.warn(warning) }

        let id = created.text("Id")
        let start = try Request.startExec(id, isDetached: detach, hasTerminal: tty, consoleSize: exec.consoleSize)
        if detach { return try engine.perform(start) }
        let pump = StreamPump(session)
        defer { pump.end() }
        // From 1.38 (Docker 18.06) an engine takes the keys for an error and ends the program with it.
        let tellsEngine = version >= APIVersion(1, 24) && version < APIVersion(1, 38)
        try pump.connect(
            try engine.hijack(start), hasTerminal: tty, takesInput: interactive, keys: keys.keys,
            tellsEngine: tellsEngine)
        let window = tty ? WindowFollower(session) { try .resizeExec(id, rows: $0.rows, columns: $0.columns) } : nil
        try pump.listen(forwarder: nil, window: window)
        pump.started()
        try pump.serveStreams()
        if pump.isDetached { throw ExitStatus.detached(session, pump) }
        pump.end()
        let status = try ExecState.ended(id, engine)
        if status != 0 { throw ExitStatus(code: ExitReport.code(status)) }
    }
}
