import JSON

/// What became of a program in a container.
public struct ExecState {
    public let isRunning: Bool
    /// Nil while there is none.
    public let exitCode: Int?

    public init(_ json: JSONValue) {
        isRunning = json.flag("Running")
        exitCode = json["ExitCode"]?.int
    }
}
