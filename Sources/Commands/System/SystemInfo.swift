import CommandGrammar
import EngineAPI
import GoTemplate
import JSON

struct SystemInfo: Action, Equatable {
    var format: String?

    static var command: Command {
        Command(
            "info", "Show what the engine is and can do", SystemInfo.self,
            examples: ["tug info --format '{{.ServerVersion}} on {{.OperatingSystem}}'", "tug info --format json"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.info))
            ])
    }

    func run(_ session: Session) throws {
        var client = ClientDescription(session)
        if let template = try Template.whole(format) {
            let object = InfoObject(client: client) { try EngineInfo(of: session.engine) }
            let text = Result { try template.text(object) }
            try object.check()
            try session.out.write(text.get())
            return
        }
        let server = Result {
            client.speak(with: try session.engine.ping())
            return try EngineInfo(of: session.engine)
        }
        let text = InfoText(out: session.out)
        try text.show(client)
        let info = try server.get().json
        try text.show(info)
        try session.out.flush()
        for warning in info.strings("Warnings") { session.say(warning) }
    }
}

/// What a template of `info` sees; the engine is asked when the first of its fields is read.
private final class InfoObject: TemplateObject {
    private let client: ClientDescription
    private let ask: () throws -> EngineInfo
    private var asked: Result<JSONValue, any Error>?

    init(client: ClientDescription, ask: @escaping () throws -> EngineInfo) {
        self.client = client
        self.ask = ask
    }

    /// Throws why the engine could not tell, if it was asked.
    func check() throws { _ = try asked?.get() }

    private var server: JSONValue? {
        let answer = asked ?? Result { try ask().json }
        asked = answer
        return try? answer.get()
    }

    var typeName: String { "system.dockerInfo" }
    var fieldNames: [String] { TypedSchema.info.fields.map(\.name) + ["ServerErrors", "ClientInfo", "ClientErrors"] }

    func field(_ name: String) -> TemplateValue? {
        switch name {
        case "ClientInfo": clientInfo
        case "ClientErrors": .list(ArrayList([], elementType: "string"))
        // What went wrong is the command's own error: a template that is printed has none to show.
        case "ServerErrors": server.map { _ in .list(ArrayList([], elementType: "string")) }
        default: serverField(name)
        }
    }

    var jsonMembers: [(name: String, value: TemplateValue)] {
        TypedObject(schema: .info, json: server).jsonMembers + [("ClientInfo", clientInfo)]
    }

    /// Fields that only some engines have are there on those.
    private func serverField(_ name: String) -> TemplateValue? {
        guard let json = server else { return nil }
        if let value = TypedObject(schema: .info, json: json).field(name) { return value }
        return json.members.first { $0.key == name }.map { UntypedView(numbers: .text).value(of: $0.value) }
    }

    private var clientInfo: TemplateValue {
        .object(TypedObject(schema: .clientInfo, json: (try? JSONDocument(client.json(apiVersion: nil).bytes))?.root))
    }
}
