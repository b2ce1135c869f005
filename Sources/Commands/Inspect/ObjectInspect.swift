import CommandGrammar
import EngineAPI

struct ObjectInspect: Action, Equatable {
    var format: String?
    var size = false
    var type = ""
    var names: [String] = []

    static var command: Command {
        Command(
            "inspect", "Show all there is to know of containers, images and other objects", ObjectInspect.self,
            examples: [
                "tug inspect web",
                "tug inspect -f '{{.State.Health.Status}}' web",
            ],
            flags: [
                Flag(
                    "format", short: "f", \.format, "How to print: json or a Go template",
                    completing: .format(TypedSchema.container, .image, .network, .volume)),
                Flag("size", short: "s", \.size, "Sizes too, if the object is a container"),
                Flag(
                    "type", \.type, "Look only among objects of this kind",
                    completing: .words(of: ObjectKind.allCases.map(\.rawValue))),
            ],
            arguments: [
                Argument("NAME|ID", all: \.names, atLeast: 1) { inspect in
                    guard let kind = ObjectKind(rawValue: inspect.type) else {
                        return .either([.names(.containers), .names(.images), .names(.networks), .names(.volumes)])
                    }
                    return .names(NameKind("\(kind.rawValue)s"))
                }
            ])
    }

    func run(_ session: Session) throws {
        let kind = try kind()
        let finder = ObjectFinder(session: session, size: size)
        try Inspector(format: format).show(names, on: session) { name in
            try kind.map { try finder.find($0, name) } ?? finder.findAny(name)
        }
    }

    private func kind() throws -> ObjectKind? {
        if type.isEmpty { return nil }
        if let kind = ObjectKind(rawValue: type) { return kind }
        let known = ObjectKind.allCases.map(\.rawValue).sorted().joined(separator: ", ")
        throw Failure("--type cannot be \(type.debugDescription) (valid: \(known))")
    }
}
