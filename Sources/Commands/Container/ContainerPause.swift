import CommandGrammar
import EngineAPI

struct ContainerPause: Action, Equatable {
    var containers: [String] = []

    static var command: Command {
        Command(
            "pause", "Freeze all processes of containers", ContainerPause.self,
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1) { _ in .names(.unpausedContainers) }])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: containers).send(session) { try .pauseContainer($0) }
    }
}
