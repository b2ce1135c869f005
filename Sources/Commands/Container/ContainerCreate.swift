import CommandGrammar
import EngineAPI

struct ContainerCreate: Action, Equatable {
    var options = ContainerOptions()
    var image = ""
    var command: [String] = []

    static var command: Command {
        Command(
            "create", "Make a container without starting it", ContainerCreate.self,
            examples: [
                "tug create --name web -p 8080:80 nginx",
                "tug create --mount type=volume,source=data,target=/data busybox ls /data",
            ],
            interspersed: false, flags: ContainerOptions.flags.at(\.options),
            arguments: [Argument("IMAGE", \.image), Argument("COMMAND", all: \.command)])
    }

    func run(_ session: Session) throws {
        // An engine that cannot remove it by itself would leave it for ever: no client watches a created container.
        if options.process.isRemovedAtExit { try session.require(APIVersion(1, 25), for: "--rm") }
        let creation = ContainerCreation(options: options, image: image, command: command)
        try session.out.writeLine(try creation.create(session).id)
    }
}
