import CommandGrammar
import EngineAPI
import JSON

struct ServiceInspect: Action, Equatable {
    var format: String?
    var pretty = false
    var services: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of services", since: "1.24", ServiceInspect.self,
            examples: ["tug service inspect --pretty web"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json, pretty or a Go template",
                    completing: .prettyFormat(TypedSchema.service)),
                Flag("pretty", \.pretty, "In words, a line for each fact"),
            ],
            arguments: [Argument("SERVICE", all: \.services, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let typed = format.flatMap { $0.isEmpty ? nil : $0 }
        if pretty, typed != nil { throw Failure("--pretty and --format are two ways to print: give one of them") }
        // `raw` in front is an old word for JSON and for templates.
        let text = typed ?? session.config.text("serviceInspectFormat") ?? ""
        let format = text.hasPrefix("raw") ? String(text.dropFirst(3)) : text
        let finder = ObjectFinder(session: session)
        let words = ServiceWords(session: session)
        try Inspector(format: format, pretty: pretty, prose: words.text).show(services, on: session) {
            try finder.find(.service, $0)
        }
    }
}
