import CommandGrammar

struct NetworkInspect: Action, Equatable {
    var format: String?
    var verbose = false
    var networks: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of networks", since: "1.21", NetworkInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.network)),
                Flag("verbose", short: "v", \.verbose, "The services on swarm networks, too", since: "1.28"),
            ],
            arguments: [Argument("NETWORK", all: \.networks, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session, verbose: verbose)
        try Inspector(format: format).show(networks, on: session) { try finder.find(.network, $0) }
    }
}
