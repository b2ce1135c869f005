import CommandGrammar
import EngineAPI

struct ContainerKill: Action, Equatable {
    var containers: [String] = []
    var signal: String?

    static var command: Command {
        Command(
            "kill", "Send a signal to running containers", ContainerKill.self,
            examples: ["tug kill web", "tug kill --signal HUP web"],
            flags: [Flag("signal", short: "s", \.signal, "Signal to send, KILL unless given", completing: .signals)],
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1) { _ in .names(.runningContainers) }])
    }

    func run(_ session: Session) throws {
        let signal = signal.flatMap { $0.isEmpty ? nil : $0 }
        try ObjectRequests(names: containers).send(session) { try .killContainer($0, signal: signal) }
    }
}
