extension TypedSchema {
    /// `GET /containers/{id}/json`.
    static let container = TypedSchema(
        "container.InspectResponse",
        [
            Field(embedding: containerBase, byPointer: true),
            Field("Mounts", .list(.structure(mountPoint))),
            Field("Config", .reference(containerConfig)),
            Field("NetworkSettings", .reference(networkSettings)),
            Field("ImageManifestDescriptor", .reference(descriptor), omitsEmpty: true),
        ])

    private static let containerBase = TypedSchema(
        "container.ContainerJSONBase",
        [
            Field("ID", "Id", .string),
            Field("Created", .string),
            Field("Path", .string),
            Field("Args", .strings),
            Field("State", .reference(containerState)),
            Field("Image", .string),
            Field("ResolvConfPath", .string),
            Field("HostnamePath", .string),
            Field("HostsPath", .string),
            Field("LogPath", .string),
            Field("Name", .string),
            Field("RestartCount", .int),
            Field("Driver", .string),
            Field("Platform", .string),
            Field("MountLabel", .string),
            Field("ProcessLabel", .string),
            Field("AppArmorProfile", .string),
            Field("ExecIDs", .strings),
            Field("HostConfig", .reference(hostConfig)),
            Field("GraphDriver", .structure(graphDriver)),
            Field("SizeRw", .pointer(.int), omitsEmpty: true),
            Field("SizeRootFs", .pointer(.int), omitsEmpty: true),
        ])

    private static let containerState = TypedSchema(
        "container.State",
        [
            Field("Status", .string),
            Field("Running", .bool),
            Field("Paused", .bool),
            Field("Restarting", .bool),
            Field("OOMKilled", .bool),
            Field("Dead", .bool),
            Field("Pid", .int),
            Field("ExitCode", .int),
            Field("Error", .string),
            Field("StartedAt", .string),
            Field("FinishedAt", .string),
            Field("Health", .reference(health), omitsEmpty: true),
        ])

    private static let health = TypedSchema(
        "container.Health",
        [
            Field("Status", .string),
            Field("FailingStreak", .int),
            Field("Log", .list(.reference(healthResult))),
        ])

    private static let healthResult = TypedSchema(
        "container.HealthcheckResult",
        [
            Field("Start", .time),
            Field("End", .time),
            Field("ExitCode", .int),
            Field("Output", .string),
        ])

    private static let mountPoint = TypedSchema(
        "container.MountPoint",
        [
            Field("Type", .string, omitsEmpty: true),
            Field("Name", .string, omitsEmpty: true),
            Field("Source", .string),
            Field("Destination", .string),
            Field("Driver", .string, omitsEmpty: true),
            Field("Mode", .string),
            Field("RW", .bool),
            Field("Propagation", .string),
        ])

    static let containerConfig = TypedSchema(
        "container.Config",
        [
            Field("Hostname", .string),
            Field("Domainname", .string),
            Field("User", .string),
            Field("AttachStdin", .bool),
            Field("AttachStdout", .bool),
            Field("AttachStderr", .bool),
            Field("ExposedPorts", .map(.structure(empty), key: "nat.Port"), omitsEmpty: true),
            Field("Tty", .bool),
            Field("OpenStdin", .bool),
            Field("StdinOnce", .bool),
            Field("Env", .strings),
            Field("Cmd", .strings),
            Field("Healthcheck", .reference(healthcheck), omitsEmpty: true),
            Field("ArgsEscaped", .bool, omitsEmpty: true),
            Field("Image", .string),
            Field("Volumes", .map(.structure(empty))),
            Field("WorkingDir", .string),
            Field("Entrypoint", .strings),
            Field("NetworkDisabled", .bool, omitsEmpty: true),
            Field("MacAddress", .string, omitsEmpty: true),
            Field("OnBuild", .strings),
            Field("Labels", .labels),
            Field("StopSignal", .string, omitsEmpty: true),
            Field("StopTimeout", .pointer(.int), omitsEmpty: true),
            Field("Shell", .strings, omitsEmpty: true),
        ])

    static let healthcheck = TypedSchema(
        "v1.HealthcheckConfig",
        [
            Field("Test", .strings, omitsEmpty: true),
            Field("Interval", .duration, omitsEmpty: true),
            Field("Timeout", .duration, omitsEmpty: true),
            Field("StartPeriod", .duration, omitsEmpty: true),
            Field("StartInterval", .duration, omitsEmpty: true),
            Field("Retries", .int, omitsEmpty: true),
        ])

    static let graphDriver = TypedSchema(
        "storage.DriverData",
        [
            Field("Data", .labels),
            Field("Name", .string),
        ])

    /// An OCI descriptor: https://github.com/opencontainers/image-spec/blob/main/descriptor.md
    static let descriptor = TypedSchema(
        "v1.Descriptor",
        [
            Field("MediaType", "mediaType", .string),
            Field("Digest", "digest", .string),
            Field("Size", "size", .int),
            Field("URLs", "urls", .strings, omitsEmpty: true),
            Field("Annotations", "annotations", .labels, omitsEmpty: true),
            Field("Data", "data", .strings, omitsEmpty: true),
            Field("Platform", "platform", .reference(platform), omitsEmpty: true),
            Field("ArtifactType", "artifactType", .string, omitsEmpty: true),
        ])

    static let platform = TypedSchema(
        "v1.Platform",
        [
            Field("Architecture", "architecture", .string),
            Field("OS", "os", .string),
            Field("OSVersion", "os.version", .string, omitsEmpty: true),
            Field("OSFeatures", "os.features", .strings, omitsEmpty: true),
            Field("Variant", "variant", .string, omitsEmpty: true),
        ])

    /// The element of Go's sets.
    static let empty = TypedSchema("struct {}", [])
}
