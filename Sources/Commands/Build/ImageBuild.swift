import CommandGrammar
import Configuration
import EngineAPI
import JSON
import Terminal
import Transport

struct ImageBuild: Action, Equatable {
    var context = ""
    var file = ""
    var tags: ListOf<BuildTag> = []
    var arguments: ListOf<EnvironmentVariable> = []
    var labels: ListOf<Label> = []
    var hosts: ListOf<HostEntry> = []
    var limits = Ulimits()
    var memory = ByteCount()
    var memoryAndSwap = SwapLimit()
    var sharedMemory = ByteCount()
    var cacheFrom: CommaList = []
    var securityOptions: CommaList = []
    var settings = BuildSettings()
    var noCache = false
    var compresses = false
    var idFile = ""
    var progress = "auto"
    var network = "default"
    var trustIsOff = true
    var streams = false
    var loads = false
    var buildKit = BuildKitOnly()

    static var command: Command {
        Command(
            "build", "Make an image by the steps of a Dockerfile", ImageBuild.self,
            detail: "The context is a folder, `-` (an archive or a Dockerfile on standard input), a git repository "
                + "(address.git#reference:folder) or the address of an archive or Dockerfile.",
            examples: [
                "tug build -t web .",
                "tug build -f deploy/Dockerfile --build-arg VERSION=1.2 .",
                "tug build - < Dockerfile",
            ],
            flags: contentFlags.grouped("What is built") + resourceFlags.grouped("The steps' containers")
                + BuildKitOnly.flags.at(\.buildKit).grouped("BuildKit"),
            arguments: [Argument("CONTEXT", \.context) { _ in .folders }])
    }

    func run(_ session: Session) throws {
        try buildKit.refuse()
        try heedBuilderChoice(session)
        let settings = try fullSettings(session)
        let idFile = idFile.isEmpty ? nil : ImageIDFile(path: idFile)
        try idFile?.clear()
        let context = try BuildContext(context, file: file, session)
        defer { context.remove() }
        var run = BuildRun(session: session, isQuiet: settings.isQuiet)
        try run.send(settings, compresses ? context.compressed() : context)
        if let idFile { try idFile.write(run.imageID()) }
    }

    /// `DOCKER_BUILDKIT` chooses between two builders, of which there is one here.
    private func heedBuilderChoice(_ session: Session) throws {
        guard let text = session.environment.nonEmpty("DOCKER_BUILDKIT") else { return }
        var wantsBuildKit = false
        do throws(ValueError) { try wantsBuildKit.take(text) } catch {
            throw Failure("DOCKER_BUILDKIT: \(error.reason)")
        }
        if wantsBuildKit { session.warn("DOCKER_BUILDKIT: this tug builds with the engine's classic builder") }
    }

    /// What was typed, completed from the environment and the configuration.
    private func fullSettings(_ session: Session) throws -> BuildSettings {
        var full = settings
        full.tags = tags.values.map(\.text)
        full.usesCache = !noCache
        full.labels = labels.values.map { ($0.pair.key, $0.pair.value ?? "") }
        full.hosts = hosts.values.map(\.wire)
        full.limits = limits.json
        full.memory = memory.bytes
        full.memoryAndSwap = memoryAndSwap.bytes
        full.sharedMemory = sharedMemory.bytes
        full.securityOptions = securityOptions.values
        full.cacheFrom = cacheFrom.values
        full.arguments = arguments.values.map { ($0.pair.key, $0.pair.value ?? session.environment[$0.pair.key]) }
        full.network = network == "default" ? "" : network
        if full.platform.isEmpty, let platform = session.environment.nonEmpty("DOCKER_DEFAULT_PLATFORM") {
            try session.require(APIVersion(1, 38), for: "DOCKER_DEFAULT_PLATFORM")
            full.platform = platform
        }
        if full.tags.count > 1 { try session.require(APIVersion(1, 21), for: "more than one --tag") }
        if full.squashes, try !session.engine.ping().isExperimental, try !session.engine.ping().isPinned {
            throw Failure("--squash needs an engine with experimental features switched on")
        }
        try addProxies(to: &full, session)
        if !full.cacheFrom.isEmpty, try session.engine.version() < APIVersion(1, 25) {
            session.warn("--cache-from needs API 1.25 (Docker 1.13): this engine uses its own cache only")
            full.cacheFrom = []
        }
        return full
    }

    /// The proxies of the configuration, but for names that were typed.
    private func addProxies(to settings: inout BuildSettings, _ session: Session) throws {
        let found = ProxyVariables(session.config.value("proxies"), engine: session.engine.address).pairs
        if found.isEmpty { return }
        guard try session.engine.version() >= APIVersion(1, 21) else {
            return session.warn("the configured proxies need API 1.21 (Docker 1.9) to reach a build: it goes without")
        }
        let typed = settings.arguments.map(\.name)
        settings.arguments += found.filter { !typed.contains($0.name) }.map { ($0.name, $0.value) }
    }
}
