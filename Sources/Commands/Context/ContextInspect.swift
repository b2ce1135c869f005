import CommandGrammar
import Configuration
import JSON

struct ContextInspect: Action, Equatable {
    var format: String?
    var contexts: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of contexts", ContextInspect.self,
            detail: "Without a name it is the one in use.",
            examples: ["tug context inspect -f '{{.Endpoints.docker.Host}}'"],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.context))
            ],
            arguments: [Argument("CONTEXT", all: \.contexts)])
    }

    func run(_ session: Session) throws {
        let names = contexts.isEmpty ? [session.contextName] : contexts
        try Inspector(format: format).show(names, on: session) { name in
            let context = name == "default" ? session.defaultContext : try session.folder.context(name)
            return Inspected(try JSONDocument(context.json.bytes.escapingHTML).root, as: .context)
        }
    }
}

extension StoredContext {
    fileprivate var json: JSONNode {
        var endpoint: [JSONMember] = host.isEmpty ? [] : [JSONMember("Host", .string(host))]
        endpoint.append(JSONMember("SkipTLSVerify", .bool(skipsVerification)))
        let inMemory = JSONNode.string("<IN MEMORY>")
        return [
            "Name": .string(name),
            "Metadata": .object(notes),
            "Endpoints": ["docker": .object(endpoint)],
            "TLSMaterial": .object(
                material.sorted { $0.key < $1.key }.map { JSONMember($0.key, .strings($0.value)) }),
            "Storage": [
                "MetadataPath": folders.map { .string($0.metadata) } ?? inMemory,
                "TLSPath": folders.map { .string($0.material) } ?? inMemory,
            ],
        ]
    }

    private var notes: [JSONMember] {
        (metadata?.members.map { JSONMember($0.key, JSONNode($0.value)) } ?? []).sorted { $0.key < $1.key }
    }
}

extension [UInt8] {
    /// JSON in which `<`, `>` and `&`, which only strings can hold, are spelt as docker spells what it made itself.
    fileprivate var escapingHTML: [UInt8] {
        flatMap { byte in
            switch byte {
            case UInt8(ascii: "<"): Array(#"\u003c"#.utf8)
            case UInt8(ascii: ">"): Array(#"\u003e"#.utf8)
            case UInt8(ascii: "&"): Array(#"\u0026"#.utf8)
            default: [byte]
            }
        }
    }
}
