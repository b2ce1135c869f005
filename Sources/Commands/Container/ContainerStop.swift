import CommandGrammar
import EngineAPI

struct ContainerStop: Action, Equatable {
    var containers: [String] = []
    var ending = StopOptions()

    static var command: Command {
        Command(
            "stop", "Stop running containers", ContainerStop.self,
            examples: ["tug stop web", "tug stop --timeout 30 web db"],
            flags: StopOptions.flags.at(\.ending),
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1) { _ in .names(.runningContainers) }])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: containers).send(session) {
            try .stopContainer($0, timeout: ending.timeout, signal: ending.signal)
        }
    }
}

/// How a container is brought to its end: by `stop` and `restart`.
struct StopOptions: Equatable {
    var signal: String?
    var timeout: Int?

    static var flags: [Flag<StopOptions>] {
        [
            Flag("signal", short: "s", \.signal, "Signal to send first", since: "1.42", completing: .signals),
            Flag("time", \.timeout, "Seconds to wait", hidden: true, deprecated: "use --timeout"),
            Flag("timeout", short: "t", \.timeout, "Seconds until it is killed, -1 for never"),
        ]
    }
}
