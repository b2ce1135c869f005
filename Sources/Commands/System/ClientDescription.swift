import EngineAPI
import JSON

/// What this program tells about itself, in the shape of docker's client.
struct ClientDescription {
    let context: String
    /// The API version spoken with the engine, and whether it was pinned; nil where none was negotiated.
    private(set) var spoken: (version: APIVersion, isPinned: Bool)?
    var isDebugging = false

    init(_ session: Session) {
        context = session.contextName
        isDebugging = session.options.debug
    }

    mutating func speak(with engine: EnginePing) { spoken = (engine.version, engine.isPinned) }

    static let name = "tug"
    static let operatingSystem = "linux"

    static var architecture: String {
        #if arch(x86_64)
            "amd64"
        #elseif arch(arm64)
            "arm64"
        #else
            "unknown"
        #endif
    }

    /// The API version and why it is not our newest.
    var apiText: String {
        guard let spoken else { return "\(APIVersion.newest)" }
        if spoken.isPinned { return "\(spoken.version) (set by DOCKER_API_VERSION)" }
        return spoken.version < .newest ? "\(spoken.version) (up to \(APIVersion.newest))" : "\(spoken.version)"
    }

    /// The API version that was agreed on; where none was, the one that tug would speak.
    var apiVersion: APIVersion { spoken?.version ?? .newest }

    /// As docker's client has it in JSON; it was not made by Go nor from a commit that means anything here.
    ///
    /// - Parameter apiVersion: nil where no engine was asked for it.
    func json(apiVersion: APIVersion?) -> JSONNode {
        [
            "Debug": .bool(isDebugging), "Platform": ["Name": .string(Self.name)], "Version": .string(Version.number),
            "ApiVersion": .string(apiVersion.map { "\($0)" } ?? ""),
            "DefaultAPIVersion": .string("\(APIVersion.newest)"), "Os": .string(Self.operatingSystem),
            "Arch": .string(Self.architecture), "Context": .string(context), "Plugins": [],
        ]
    }
}

extension Session {
    /// The name of the stored context whose engine is used; `default` where an address was given.
    var contextName: String {
        if let context = options.context { return context }
        if !options.hosts.isEmpty || environment.has("DOCKER_HOST") { return "default" }
        return environment.nonEmpty("DOCKER_CONTEXT") ?? config.text("currentContext") ?? "default"
    }
}
