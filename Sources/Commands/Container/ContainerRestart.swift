import CommandGrammar
import EngineAPI

struct ContainerRestart: Action, Equatable {
    var containers: [String] = []
    var ending = StopOptions()

    static var command: Command {
        Command(
            "restart", "Stop containers and start them again", ContainerRestart.self,
            flags: StopOptions.flags.at(\.ending),
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: containers).send(session) {
            try .restartContainer($0, timeout: ending.timeout, signal: ending.signal)
        }
    }
}
