import CommandGrammar
import EngineAPI

struct ImageSave: Action, Equatable {
    var output: String?
    var platforms: CommaList = []
    var images: [String] = []

    static var command: Command {
        Command(
            "save", "Write images to a tar archive", ImageSave.self,
            examples: ["tug save -o app.tar app:1.2 db:14", "tug save app | gzip > app.tar.gz"],
            flags: [
                Flag("output", short: "o", \.output, "Write to this file, not to stdout", completing: .files),
                Flag(
                    "platform", \.platforms, "Only the variants for these platforms", since: "1.48",
                    completing: .platforms),
            ],
            arguments: [Argument("IMAGE", all: \.images, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        let request = Request.saveImages(images, platforms: try session.platforms(platforms))
        try ArchiveSink.receive(request, to: output, verb: "Saving", session: session)
    }
}
