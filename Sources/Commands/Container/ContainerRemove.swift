import CommandGrammar
import EngineAPI

struct ContainerRemove: Action, Equatable {
    var containers: [String] = []
    var force = false
    var link = false
    var volumes = false

    static var command: Command {
        Command(
            "rm", "Remove containers", aliases: ["remove"], ContainerRemove.self,
            examples: ["tug rm old", "tug rm --force --volumes web db"],
            flags: [
                Flag("force", short: "f", \.force, "Running ones too, killed first; a missing one is no error"),
                Flag("link", short: "l", \.link, "Remove only the link of that name"),
                Flag("volumes", short: "v", \.volumes, "Remove their anonymous volumes too"),
            ],
            arguments: [
                Argument("CONTAINER", all: \.containers, atLeast: 1) {
                    .names($0.force ? .containers : .stoppedContainers)
                }
            ])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: containers, isForgiven: { force && $0.isNotFound }).send(session) {
            try .removeContainer($0, force: force, link: link, volumes: volumes)
        }
    }
}
