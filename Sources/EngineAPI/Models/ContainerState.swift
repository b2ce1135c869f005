import JSON

/// The part of a container's inspection that its streams depend on.
public struct ContainerState {
    public let id: String
    public let isRunning: Bool
    public let isPaused: Bool
    public let isRestarting: Bool
    public let exitCode: Int
    public let hasTerminal: Bool
    /// Whether the container was made with its stdin kept open.
    public let opensInput: Bool
    /// Whether its stdin ends with the first client's.
    public let closesInput: Bool
    /// Whether the engine removes it at its end.
    public let isRemovedAtExit: Bool

    public init(_ json: JSONValue) {
        id = json.text("Id")
        let state = json["State"]
        isRunning = state?.flag("Running") ?? false
        isPaused = state?.flag("Paused") ?? false
        isRestarting = state?.flag("Restarting") ?? false
        exitCode = state?.integer("ExitCode") ?? 0
        let config = json["Config"]
        hasTerminal = config?.flag("Tty") ?? false
        opensInput = config?.flag("OpenStdin") ?? false
        closesInput = config?["StdinOnce"]?.bool ?? true
        isRemovedAtExit = json["HostConfig"]?.flag("AutoRemove") ?? false
    }
}
