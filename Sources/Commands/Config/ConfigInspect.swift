import CommandGrammar
import Configuration
import JSON

struct ConfigInspect: Action, Equatable {
    var format: String?
    var pretty = false
    var configs: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of configs", since: "1.30", ConfigInspect.self,
            examples: ["tug config inspect -f '{{printf \"%s\" .Spec.Data}}' web.conf"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json, pretty or a Go template",
                    completing: .prettyFormat(TypedSchema.config)),
                Flag("pretty", \.pretty, "In words, what it holds at the end"),
            ],
            arguments: [Argument("CONFIG", all: \.configs, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session)
        try Inspector(format: format, pretty: pretty, prose: Self.prose).show(configs, on: session) {
            try finder.find(.config, $0)
        }
    }

    private static func prose(_ config: JSONValue) -> String {
        var text = SwarmText()
        text.line("ID:\t\t\t" + config.text("ID"))
        text.line("Name:\t\t\t" + config.specName)
        text.labels(config.specLabels, " - ")
        text.line("Created at:            \t" + config.momentText("CreatedAt"))
        text.line("Updated at:            \t" + config.momentText("UpdatedAt"))
        text.line("Data:")
        let data = Base64.decode(config["Spec"]?.text("Data") ?? "") ?? []
        text.line(String(decoding: data, as: UTF8.self))
        return text.lines
    }
}
