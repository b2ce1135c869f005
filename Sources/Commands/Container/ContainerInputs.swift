import EngineAPI
import Terminal

/// What a container's body takes from outside its options: the engine's kind, the client's files and environment.
struct ContainerInputs: Equatable {
    var version: APIVersion
    var isWindows = false
    /// `NAME=VALUE`, or `NAME` to take a variable of the image away.
    var environment: [String] = []
    var labels: [String: String] = [:]
    /// `--security-opt` with profiles in place of their files.
    var securityOptions: [String] = []
    /// Where relative paths begin.
    var workingDirectory = "/"
    /// `run --detach`: the client connects to no stream.
    var isDetached = false
    /// The size of the client's terminal.
    var consoleSize: WindowSize?
}
