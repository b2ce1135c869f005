import CommandGrammar

struct NodeInspect: Action, Equatable {
    var format: String?
    var pretty = false
    var nodes: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of nodes", since: "1.24", NodeInspect.self,
            examples: ["tug node inspect --pretty self"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json, pretty or a Go template",
                    completing: .prettyFormat(TypedSchema.node)),
                Flag("pretty", \.pretty, "In words, a line for each fact"),
            ],
            arguments: [
                Argument("NODE", all: \.nodes, atLeast: 1) { _ in
                    .either([.words([.selfNode]), .names(.nodes)])
                }
            ])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session)
        try Inspector(format: format, pretty: pretty, prose: NodeText.of).show(nodes, on: session) {
            try finder.find(.node, try session.nodeReference($0))
        }
    }
}
