import CommandGrammar
import EngineAPI

struct ImageImport: Action, Equatable {
    var changes: [String] = []
    var message: String?
    var platform: String?
    var source = ""
    var reference: String?

    static var command: Command {
        Command(
            "import", "Make an image of one layer from a tar archive", ImageImport.self,
            detail: "The archive is a file, a web address that the engine fetches, or '-' for stdin.",
            examples: ["tug import rootfs.tar.gz app:base", "tug import -c 'CMD [\"sh\"]' - app < rootfs.tar"],
            flags: [
                Flag(
                    "change", short: "c", \.changes, "Apply an instruction of a Dockerfile to the image",
                    completing: .instructions),
                Flag("message", short: "m", \.message, "What was done, for the image's history", since: "1.21"),
                Flag(
                    "platform", \.platform, "The platform that the image is for", since: "1.32", completing: .platforms),
            ],
            arguments: [
                Argument("file|URL|-", \.source),
                Argument(optional: "REPOSITORY[:TAG]", \.reference) { _ in .names(.repositories) },
            ])
    }

    func run(_ session: Session) throws {
        let name = reference.flatMap { $0.isEmpty ? nil : $0 }
        if let name { _ = try ImageReference(checking: name) }
        let platform = try session.platform(platform)
        let make = { (from: String, body: Request.BodyReader?) in
            Request.importImage(
                from: from, reference: name, message: message, changes: changes, platform: platform?.lowercased(),
                body: body)
        }
        let isAddress = ["http://", "https://"].contains { source.hasPrefix($0) }
        let answer: Answer
        if isAddress {
            answer = try session.engine.send(make(source, nil))
        } else {
            let archive = source == "-" ? ArchiveSource(standardInOf: session) : try ArchiveSource(file: source)
            answer = try archive.send(verb: "Importing", session: session, isQuiet: false) { make("-", $0) }
        }
        try MessageStream(answer).show(on: session.out) { session.now }
    }
}
