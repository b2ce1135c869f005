import CommandGrammar

struct VolumeInspect: Action, Equatable {
    var format: String?
    var volumes: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of volumes", since: "1.21", VolumeInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.volume))
            ],
            arguments: [Argument("VOLUME", all: \.volumes, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session)
        try Inspector(format: format).show(volumes, on: session) { try finder.find(.volume, $0) }
    }
}
