import Terminal

/// The making of one container: fetches the image where needed, creates, connects the networks, writes the id file.
struct ContainerCreation {
    var options: ContainerOptions
    var image: String
    /// Replaces the image's command when not empty.
    var command: [String]
    /// `run --detach`: the client connects to no stream.
    var isDetached = false
    /// The size of the client's terminal, for the container's one.
    var consoleSize: WindowSize?

    /// Makes the container; what the engine warns of is said on stderr.
    func create(_ session: Session) throws -> CreatedContainer {
        throw Failure("creating a container needs an engine")
    }
}
