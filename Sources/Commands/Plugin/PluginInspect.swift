import CommandGrammar

struct PluginInspect: Action, Equatable {
    var format: String?
    var plugins: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of plugins", since: "1.25", PluginInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.plugin))
            ],
            arguments: [Argument("PLUGIN", all: \.plugins, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session)
        try Inspector(format: format).show(plugins, on: session) { try finder.find(.plugin, $0) }
    }
}
