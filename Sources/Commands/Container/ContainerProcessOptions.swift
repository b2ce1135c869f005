import CommandGrammar

/// What runs in the container, and around it: its words, environment, streams, end.
struct ContainerProcessOptions: Equatable {
    /// The streams named by `--attach`; empty when none was.
    var attach = ListOf<AttachedStream>()
    var isInteractive = false
    var hasTerminal = false
    var isRemovedAtExit = false

    static var flags: [Flag<ContainerProcessOptions>] {
        [
            Flag("attach", short: "a", \.attach, "Connect stdin, stdout or stderr", value: "stream"),
            Flag("interactive", short: "i", \.isInteractive, "Keep stdin open"),
            Flag("rm", \.isRemovedAtExit, "Remove the container and its anonymous volumes when it ends"),
            Flag("tty", short: "t", \.hasTerminal, "Give it a terminal"),
        ]
    }

    /// What the client connects to: what `--attach` names, else stdout and stderr, and stdin where it is kept open.
    var attached: Set<AttachedStream> {
        if !attach.values.isEmpty { return Set(attach.values) }
        return isInteractive ? [.stdin, .stdout, .stderr] : [.stdout, .stderr]
    }
}
