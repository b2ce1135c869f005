import CommandGrammar
import JSON

struct SecretInspect: Action, Equatable {
    var format: String?
    var pretty = false
    var secrets: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of secrets, but for what they hold", since: "1.25",
            SecretInspect.self,
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json, pretty or a Go template",
                    completing: .prettyFormat(TypedSchema.secret)),
                Flag("pretty", \.pretty, "In words, a line for each fact"),
            ],
            arguments: [Argument("SECRET", all: \.secrets, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let finder = ObjectFinder(session: session)
        try Inspector(format: format, pretty: pretty, prose: Self.prose).show(secrets, on: session) {
            try finder.find(.secret, $0)
        }
    }

    private static func prose(_ secret: JSONValue) -> String {
        var text = SwarmText()
        text.line("ID:              " + secret.text("ID"))
        text.line("Name:              " + secret.specName)
        text.labels(secret.specLabels, " - ")
        text.line("Driver:            " + (secret.at("Spec", "Driver")?.text("Name") ?? ""))
        text.line("Created at:        " + secret.momentText("CreatedAt"))
        text.line("Updated at:        " + secret.momentText("UpdatedAt"))
        return text.lines
    }
}
