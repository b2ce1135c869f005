import CommandGrammar
import EngineAPI
import Terminal

struct ImageLoad: Action, Equatable {
    var input: String?
    var platforms: CommaList = []
    var quiet = false

    static var command: Command {
        Command(
            "load", "Read images from a tar archive", ImageLoad.self,
            examples: ["tug load -i app.tar", "gunzip -c app.tar.gz | tug load"],
            flags: [
                Flag("input", short: "i", \.input, "Read this file, not stdin", completing: .files),
                Flag(
                    "platform", \.platforms, "Only the variants for these platforms", since: "1.48",
                    completing: .platforms),
                Flag("quiet", short: "q", \.quiet, "No progress, only the names"),
            ])
    }

    func run(_ session: Session) throws {
        let platforms = try session.platforms(platforms)
        let file = input.flatMap { $0.isEmpty ? nil : $0 }
        if file == nil, WindowSize.of(session.input) != nil {
            throw Failure("an archive is wanted on stdin, and stdin is a terminal: name a file with --input")
        }
        let source = try file.map { try ArchiveSource(file: $0) } ?? ArchiveSource(standardInOf: session)
        let isQuiet = quiet || !session.out.isTerminal
        let telling = try session.engine.version() >= APIVersion(1, 23) ? isQuiet : nil
        let answer = try source.send(verb: "Loading", session: session, isQuiet: isQuiet) {
            .loadImages(isQuiet: telling, platforms: platforms, body: $0)
        }
        if answer.headers["Content-Type"]?.hasPrefix("application/json") == true {
            try MessageStream(answer).show(on: session.out) { session.now }
        } else {
            try ArchiveSink.copy(answer, verb: "", session: session, isQuiet: true, to: session.out.write)
        }
    }
}
