import Configuration
import EngineAPI
import Terminal
import Transport

/// One build on its way: the context goes out, the engine's words come in.
struct BuildRun {
    let session: Session
    let isQuiet: Bool
    private var told = ""

    init(session: Session, isQuiet: Bool) {
        self.session = session
        self.isQuiet = isQuiet
    }

    /// Sends the build and shows what the engine says of it.
    ///
    /// A quiet build prints the image's id, or everything when it fails.
    mutating func send(_ settings: BuildSettings, _ context: BuildContext) throws {
        var settings = settings
        settings.dockerfile = context.dockerfile
        let progress = isQuiet ? Output(memory: .file) : session.out
        let words = isQuiet ? Output(memory: .file) : session.out
        let sending = SendingLine(progress)
        do {
            let answer = try answer(to: settings, context, sending)
            try sending.finish()
            try follow(answer, on: words)
        } catch {
            try? sending.finish()
            try session.out.flush()
            if isQuiet { try session.err.write(progress.collected + words.collected) }
            // The engine's words stand alone, with the exit status it chose.
            guard let failure = error as? StepFailure else { throw error }
            session.say(failure.message)
            throw ExitStatus(code: failure.status)
        }
        if isQuiet {
            if told.isEmpty { told = String(words.text.prefix { !$0.isWhitespace }) }
            try session.out.write(words.collected)
        }
    }

    /// The whole id of the image that was built.
    func imageID() throws -> String {
        if told.isEmpty { throw Failure("the engine did not tell the image's id") }
        if told.contains(":") { return told }
        // Before API 1.30 only the short id is told, in a sentence.
        let image = try session.engine.json(Request(.get, "images", PathSegment(image: told), "json"))
        return image.root.text("Id")
    }

    private func answer(to settings: BuildSettings, _ context: BuildContext, _ sending: SendingLine) throws -> Answer {
        let isWrapped = try session.engine.version() < APIVersion(1, 19)
        let stores = CredentialStores(config: session.config, environment: session.environment)
        let registries = stores.registriesHeader(isWrapped: isWrapped, complain: session.warn)
        let request = Request.buildImage(settings, registries: registries) { buffer in
            let count = try context.read(buffer)
            try count == 0 ? sending.finish() : sending.count(count)
            return count
        }
        do {
            return try session.engine.send(request)
        } catch TransportError.caller(let error) {
            throw error
        }
    }

    private mutating func follow(_ answer: Answer, on output: Output) throws {
        var display = ProgressDisplay(output, now: { [session] in session.now })
        var told = ""
        do {
            try MessageStream(answer).forEach { message in
                if let id = message.aux?.text("ID"), !id.isEmpty {
                    told = id
                } else {
                    if told.isEmpty || !told.contains(":") { told = Self.shortID(in: message.progress.stream) ?? told }
                    try display.show(message.progress)
                    try output.flush()
                }
            }
        } catch let failure as Failure {
            throw StepFailure(message: failure.message, status: failure.status)
        }
        self.told = told
    }

    private static func shortID(in text: String) -> String? {
        let start = "Successfully built "
        guard text.hasPrefix(start) else { return nil }
        return text.dropFirst(start.count).split(whereSeparator: \.isWhitespace).first.map(String.init)
    }

    /// What the engine reports of a build that failed.
    private struct StepFailure: Error {
        let message: String
        let status: Int32
    }
}
