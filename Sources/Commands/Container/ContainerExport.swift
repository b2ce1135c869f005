import CommandGrammar
import EngineAPI

struct ContainerExport: Action, Equatable {
    var output: String?
    var container = ""

    static var command: Command {
        Command(
            "export", "Write the files of a container to a tar archive", ContainerExport.self,
            examples: ["tug export -o web.tar web"],
            flags: [Flag("output", short: "o", \.output, "Write to this file, not to stdout", completing: .files)],
            arguments: [Argument("CONTAINER", \.container)])
    }

    func run(_ session: Session) throws {
        let request = try Request.exportContainer(container)
        try ArchiveSink.receive(request, to: output, verb: "Exporting", session: session)
    }
}
