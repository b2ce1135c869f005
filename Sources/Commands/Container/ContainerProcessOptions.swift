import CommandGrammar
import EngineAPI
import JSON

/// What runs in the container, and around it: its words, environment, streams, end.
struct ContainerProcessOptions: Equatable {
    /// The streams named by `--attach`; empty when none was.
    var attach = ListOf<AttachedStream>()
    var isInteractive = false
    var hasTerminal = false
    var entrypoint: String?
    var environment = ListOf<EnvironmentVariable>()
    var environmentFiles: [String] = []
    var user = ""
    var groups: [String] = []
    var workingDirectory = ""
    var hasInit: Bool?
    var isRemovedAtExit = false
    var restart = RestartPolicy()
    var stopSignal = ""
    var stopTimeout: Int?
    var labels = ListOf<Label>()
    var labelFiles: [String] = []
    var annotations = ListOf<Annotation>()

    static var flags: [Flag<ContainerProcessOptions>] {
        [
            Flag("annotation", \.annotations, "Annotation for the runtime: KEY=VALUE", since: "1.43"),
            Flag("attach", short: "a", \.attach, "Connect stdin, stdout or stderr", value: "stream"),
            Flag("entrypoint", \.entrypoint, "Program to start in place of the image's"),
            Flag("env", short: "e", \.environment, "Variable of the environment: NAME=VALUE, or NAME"),
            Flag("env-file", \.environmentFiles, "File of variables, one a line", value: "file"),
            Flag("group-add", \.groups, "Further group of the user", since: "1.20"),
            Flag("init", \.hasInit, "Run an init that passes signals on and reaps processes", since: "1.25"),
            Flag("interactive", short: "i", \.isInteractive, "Keep stdin open"),
            Flag("label", short: "l", \.labels, "Label: KEY=VALUE, or KEY"),
            Flag("label-file", \.labelFiles, "File of labels, one a line", value: "file"),
            Flag("restart", \.restart, "When to start it again: no, always, unless-stopped, on-failure[:COUNT]"),
            Flag("rm", \.isRemovedAtExit, "Remove the container and its anonymous volumes when it ends"),
            Flag("stop-signal", \.stopSignal, "Signal that asks it to end", since: "1.21", completing: .signals),
            Flag("stop-timeout", \.stopTimeout, "Seconds from that signal to the kill", since: "1.25"),
            Flag("tty", short: "t", \.hasTerminal, "Give it a terminal"),
            Flag("user", short: "u", \.user, "Who runs it: NAME or UID, with :GROUP or :GID"),
            Flag("workdir", short: "w", \.workingDirectory, "Folder in the container to start in"),
        ]
    }

    /// What the client connects to: what `--attach` names, else stdout and stderr, and stdin where it is kept open.
    var attached: Set<AttachedStream> {
        if !attach.values.isEmpty { return Set(attach.values) }
        return isInteractive ? [.stdin, .stdout, .stderr] : [.stdout, .stderr]
    }

    func check(_ version: APIVersion) throws {
        if isRemovedAtExit, !restart.isNone {
            throw Failure("--rm and --restart contradict each other", status: 125)
        }
        try restart.check(version)
    }

    func write(into body: inout ContainerBody, _ inputs: ContainerInputs) {
        let streams = inputs.isDetached ? [] : attached
        body.config["User"] = .string(user)
        body.config["AttachStdin"] = .bool(streams.contains(.stdin))
        body.config["AttachStdout"] = .bool(streams.contains(.stdout))
        body.config["AttachStderr"] = .bool(streams.contains(.stderr))
        body.config["Tty"] = .bool(hasTerminal)
        body.config["OpenStdin"] = .bool(isInteractive)
        body.config["StdinOnce"] = .bool(isInteractive && streams.contains(.stdin))
        if !inputs.environment.isEmpty { body.config["Env"] = .strings(inputs.environment) }
        if let entrypoint { body.config["Entrypoint"] = [.string(entrypoint)] }
        body.config["WorkingDir"] = .string(workingDirectory)
        body.config["Labels"] = .map(inputs.labels)
        if !stopSignal.isEmpty { body.config["StopSignal"] = .string(stopSignal) }
        if let stopTimeout { body.config["StopTimeout"] = .int(stopTimeout) }
        body.host["RestartPolicy"] = restart.json
        if !groups.isEmpty { body.host["GroupAdd"] = .strings(groups) }
        if let hasInit { body.host["Init"] = .bool(hasInit) }
        if isRemovedAtExit, inputs.version >= APIVersion(1, 25) { body.host["AutoRemove"] = true }
        if !annotations.values.isEmpty {
            body.host["Annotations"] = .map(annotations.values.map(\.pair).dictionary)
        }
        if hasTerminal, let size = inputs.consoleSize, inputs.version >= APIVersion(1, 42) || inputs.isWindows {
            body.host["ConsoleSize"] = [.int(size.rows), .int(size.columns)]
        }
    }
}
