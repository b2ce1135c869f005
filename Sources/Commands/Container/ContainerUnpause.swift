import CommandGrammar
import EngineAPI

struct ContainerUnpause: Action, Equatable {
    var containers: [String] = []

    static var command: Command {
        Command(
            "unpause", "Let paused containers go on", ContainerUnpause.self,
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1) { _ in .names(.pausedContainers) }])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: containers).send(session) { try .unpauseContainer($0) }
    }
}
