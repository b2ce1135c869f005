import CommandGrammar

/// The kinds of names that commands take.
extension NameKind {
    static let containers = NameKind("containers")
    /// Those that `start` can start.
    static let stoppedContainers = NameKind("stopped containers")
    static let runningContainers = NameKind("running containers")
    /// Those that can be paused: running and not paused yet.
    static let unpausedContainers = NameKind("containers that are not paused")
    static let pausedContainers = NameKind("paused containers")
    /// With the colon that a path follows.
    static let containerPaths = NameKind("paths in containers")
    /// By tag.
    static let images = NameKind("images")
    /// The parts of the tags before the colon.
    static let repositories = NameKind("repositories")
    static let networks = NameKind("networks")
    /// Those that users made.
    static let customNetworks = NameKind("networks made by users")
    static let volumes = NameKind("volumes")
    static let plugins = NameKind("plugins")
    static let enabledPlugins = NameKind("enabled plugins")
    static let disabledPlugins = NameKind("disabled plugins")
    static let nodes = NameKind("nodes")
    static let services = NameKind("services")
    static let secrets = NameKind("secrets")
    static let configs = NameKind("configs")
    static let stacks = NameKind("stacks")
    static let runtimes = NameKind("runtimes")
    static func checkpoints(of container: String) -> NameKind { NameKind("checkpoints", of: container) }
    static func ports(of container: String) -> NameKind { NameKind("ports", of: container) }
    /// With the `=` that a value follows.
    static func settings(of plugin: String) -> NameKind { NameKind("settings", of: plugin) }
    /// Servers for which the client keeps credentials.
    static let registries = NameKind("registries")
    /// Stored contexts, which the engine knows nothing about.
    static let contexts = NameKind("contexts")
    /// Variables of the environment.
    static let variables = NameKind("variables")
}
