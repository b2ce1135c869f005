import CommandGrammar

/// What `run` and `create` share: everything that makes a container, as typed.
struct ContainerOptions: Equatable {
    var name: String?
    var idFile: String?
    var platform: String?
    var pull = PullPolicy.missing
    var quiet = false
    var isContentTrustDisabled = true
    var usesAPISocket = false
    var process = ContainerProcessOptions()
    var network = ContainerNetworkOptions()
    var mounts = ContainerMountOptions()
    var resources = ContainerResourceOptions()
    var devices = ContainerDeviceOptions()
    var security = ContainerSecurityOptions()
    var health = ContainerHealthOptions()
    var runtime = ContainerRuntimeOptions()

    static var flags: [Flag<ContainerOptions>] {
        own.grouped("The container and its image")
            + ContainerProcessOptions.flags.at(\.process).grouped("What runs, and until when")
            + ContainerNetworkOptions.flags.at(\.network).grouped("Network")
            + ContainerMountOptions.flags.at(\.mounts).grouped("Files and volumes")
            + ContainerResourceOptions.flags.at(\.resources).grouped("Processors and memory")
            + ContainerDeviceOptions.flags.at(\.devices).grouped("Devices and disks")
            + ContainerSecurityOptions.flags.at(\.security).grouped("Isolation and rights")
            + ContainerHealthOptions.flags.at(\.health).grouped("Health")
            + ContainerRuntimeOptions.flags.at(\.runtime).grouped("Runtime and log")
    }

    private static var own: [Flag<ContainerOptions>] {
        [
            Flag("cidfile", \.idFile, "Write the container's id to this new file", value: "file"),
            Flag(
                "disable-content-trust", \.isContentTrustDisabled, "Does nothing: signatures are not checked",
                hidden: true),
            Flag("name", \.name, "The container's name"),
            Flag("platform", \.platform, "Take the image for this platform", value: "os/arch", since: "1.32"),
            Flag("pull", \.pull, "Fetch the image first: always, missing or never", value: "when"),
            Flag("quiet", short: "q", \.quiet, "No progress while the image is fetched"),
            Flag("use-api-socket", \.usesAPISocket, "Let the container speak to the engine that runs it"),
        ]
    }

    /// What the values typed ask of an engine, beyond the flags' own gates.
    var needs: [Need] { network.needs + mounts.needs + devices.needs + security.needs }
}
