import CommandGrammar

struct ContainerInspect: Action, Equatable {
    var format: String?
    var size = false
    var containers: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of containers", ContainerInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.container)),
                Flag("size", short: "s", \.size, "How much disk each one takes, too"),
            ],
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session, size: size)
        try Inspector(format: format).show(containers, on: session) { try finder.find(.container, $0) }
    }
}
