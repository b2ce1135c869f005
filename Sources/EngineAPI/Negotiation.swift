import JSON

/// What a ping told about the engine.
public struct EnginePing: Equatable, Sendable {
    /// The version both sides speak.
    public let version: APIVersion
    /// Whether `DOCKER_API_VERSION` fixed it.
    public let isPinned: Bool
    /// `linux` or `windows`; empty where the engine did not say.
    public var operatingSystem = ""
    public var isExperimental = false
    /// `1` for the classic builder, `2` for BuildKit; empty where the engine did not say.
    public var builderVersion = ""
    /// Whether it is Podman's service. It forgets the status of a container that it removes at its end: the wait
    /// for the removal always tells 0.
    public var isPodman = false
}
