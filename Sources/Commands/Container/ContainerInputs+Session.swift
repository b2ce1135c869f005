import Configuration
import EngineAPI
import Glibc
import JSON
import Terminal

extension ContainerInputs {
    /// Reads the files that the options name, the environment and the configuration, and asks the engine's version.
    ///
    /// - Throws: `Failure` with status 125 for a file that cannot be read or understood.
    init(_ options: ContainerOptions, _ session: Session) throws {
        let labels = try options.process.labelFiles.flatMap { try KeyValueFile(path: $0, status: 125).pairs }
        let environment = try Self.environment(options.process, session)
        let security = try options.security.options.values.filter { !$0.uncoversSystemPaths }
            .map { (option: $0, profile: try Self.profile($0)) }
        let ping = try session.engine.ping()
        self.init(version: ping.version, isWindows: ping.operatingSystem == "windows")
        self.environment = environment
        self.labels = (labels.filter { $0.value != nil } + options.process.labels.values.map(\.pair)).dictionary
        securityOptions = security.map { $0.option.wire(profile: $0.profile, for: ping.version) }
        workingDirectory = Self.currentDirectory ?? "/"
    }

    /// Files first, then the flags, then the configuration's proxies where neither has a variable of that name.
    private static func environment(_ options: ContainerProcessOptions, _ session: Session) throws -> [String] {
        let texts = try EnvironmentVariable.texts(
            files: options.environmentFiles, flags: options.environment, session, status: 125)
        let names = Set(texts.map { KeyValue(parsing: $0).key })
        let proxies = ProxyVariables(session.config.value("proxies"), engine: try session.engineAddress())
        return texts + proxies.pairs.filter { !names.contains($0.name) }.map { "\($0.name)=\($0.value)" }
    }

    /// The profile itself where the option names its file; nil for all other options.
    private static func profile(_ option: SecurityOption) throws -> String? {
        guard let path = option.seccompFile else { return nil }
        let bytes = try FileContents.read(path, status: 125)
        do {
            return String(decoding: JSONNode(try JSONDocument(bytes).root).bytes, as: UTF8.self)
        } catch {
            throw Failure("the seccomp profile \(path) is not JSON: \(error)", status: 125)
        }
    }

    private static var currentDirectory: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }
}
