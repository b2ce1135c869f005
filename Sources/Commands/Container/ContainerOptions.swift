import CommandGrammar

/// What `run` and `create` share: everything that makes a container, as typed.
struct ContainerOptions: Equatable {
    var name: String?
    var idFile: String?
    var platform: String?
    var pull = PullPolicy.missing
    var quiet = false
    var contentTrustDisabled = true
    var usesAPISocket = false
    var process = ContainerProcessOptions()

    static var flags: [Flag<ContainerOptions>] {
        own + ContainerProcessOptions.flags.at(\.process)
    }

    private static var own: [Flag<ContainerOptions>] {
        [
            Flag("cidfile", \.idFile, "Write the container's id to this new file", value: "file"),
            Flag(
                "disable-content-trust", \.contentTrustDisabled, "Does nothing: signatures are not checked",
                hidden: true),
            Flag("name", \.name, "The container's name"),
            Flag("platform", \.platform, "Take the image for this platform", value: "os/arch", since: "1.32"),
            Flag("pull", \.pull, "Fetch the image first: always, missing or never", value: "when"),
            Flag("quiet", short: "q", \.quiet, "No progress while the image is fetched"),
            Flag("use-api-socket", \.usesAPISocket, "Let the container speak to the engine that runs it"),
        ]
    }
}
