import CommandGrammar
import EngineAPI
import GoTemplate
import JSON

struct SystemVersion: Action, Equatable {
    var format: String?

    static var command: Command {
        Command(
            "version", "Show the versions of tug and of the engine", SystemVersion.self,
            examples: ["tug version --format '{{.Server.Version}}'", "tug version --format json"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.version))
            ])
    }

    func run(_ session: Session) throws {
        guard let template = try Template.whole(format) else { return try print(session) }
        let (client, server) = ask(session)
        let text = Result { try template.text(VersionObject(client: client, server: try? server.get())) }
        if case .success(let text) = text { try session.out.write(text) }
        _ = try server.get()
        _ = try text.get()
    }

    private func print(_ session: Session) throws {
        let (client, server) = ask(session)
        try VersionText(client: client, server: try? server.get()).print(to: session.out)
        _ = try server.get()
    }

    /// What tug tells is shown also where no engine answers.
    private func ask(_ session: Session) -> (ClientDescription, Result<EngineVersion, any Error>) {
        var client = ClientDescription(session)
        let server = Result {
            if session.engine.isPinned { client.speak(with: try session.engine.ping()) }
            let (ping, versions) = try session.engine.versions()
            client.speak(with: ping)
            return EngineVersion(versions, dateText: VersionText.date)
        }
        return (client, server)
    }
}

extension Template {
    /// The template of a `--format` of one thing; nil where there is none.
    ///
    /// - Throws: `Failure` of status 64 for one that does not parse.
    static func whole(_ format: String?) throws -> Template? {
        guard let format, !format.isEmpty else { return nil }
        return try compile(format == "json" ? "{{json .}}" : format, status: 64)
    }

    /// One thing rendered, with a newline behind it.
    ///
    /// - Throws: `Failure`.
    func text(_ object: any TemplateObject) throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            try render(.object(object), into: &bytes)
        } catch {
            throw Failure(template: error)
        }
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }
}

/// What a template of `version` sees.
private struct VersionObject: TemplateObject {
    let client: TemplateValue
    let server: TemplateValue

    init(client: ClientDescription, server: EngineVersion?) {
        let document = try? JSONDocument(client.json(apiVersion: client.apiVersion).bytes)
        self.client = .object(TypedObject(schema: .clientVersion, json: document?.root))
        self.server = server.map { .pointer(TypedSchema.version.view($0.json)) } ?? .nilPointer("*types.Version")
    }

    var typeName: String { "system.versionInfo" }
    var fieldNames: [String] { ["Client", "Server"] }

    func field(_ name: String) -> TemplateValue? {
        switch name {
        case "Client": client
        case "Server": server
        default: nil
        }
    }
}
