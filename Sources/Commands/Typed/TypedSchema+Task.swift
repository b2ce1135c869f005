extension TypedSchema {
    /// `GET /tasks/{id}`.
    static let task = TypedSchema(
        "swarm.Task",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field(embedding: annotations),
            Field("Spec", .structure(taskSpec), omitsEmpty: true),
            Field("ServiceID", .string, omitsEmpty: true),
            Field("Slot", .int, omitsEmpty: true),
            Field("NodeID", .string, omitsEmpty: true),
            Field("Status", .structure(taskStatus), omitsEmpty: true),
            Field("DesiredState", .string, omitsEmpty: true),
            Field("NetworksAttachments", .list(.structure(networkAttachment)), omitsEmpty: true),
            Field("GenericResources", .list(.structure(genericResource)), omitsEmpty: true),
            Field("JobIteration", .reference(swarmVersion), omitsEmpty: true),
            Field("Volumes", .list(.structure(volumeAttachment)), omitsEmpty: true),
        ])

    /// What a service's tasks are made of.
    static let taskSpec = TypedSchema(
        "swarm.TaskSpec",
        [
            Field("ContainerSpec", .reference(containerSpec), omitsEmpty: true),
            Field("PluginSpec", .pointer(.any), omitsEmpty: true),
            Field("NetworkAttachmentSpec", .reference(attachmentSpec), omitsEmpty: true),
            Field("Resources", .reference(resourceRequirements), omitsEmpty: true),
            Field("RestartPolicy", .reference(taskRestartPolicy), omitsEmpty: true),
            Field("Placement", .reference(placement), omitsEmpty: true),
            Field("Networks", .list(.structure(networkAttachmentConfig)), omitsEmpty: true),
            Field("LogDriver", .reference(swarmDriver), omitsEmpty: true),
            Field("ForceUpdate", .uint),
            Field("Runtime", .string, omitsEmpty: true),
        ])

    static let networkAttachmentConfig = TypedSchema(
        "swarm.NetworkAttachmentConfig",
        [
            Field("Target", .string, omitsEmpty: true),
            Field("Aliases", .strings, omitsEmpty: true),
            Field("DriverOpts", .labels, omitsEmpty: true),
        ])

    private static let attachmentSpec = TypedSchema("swarm.NetworkAttachmentSpec", [Field("ContainerID", .string)])

    private static let resourceRequirements = TypedSchema(
        "swarm.ResourceRequirements",
        [
            Field("Limits", .reference(limit), omitsEmpty: true),
            Field("Reservations", .reference(swarmResources), omitsEmpty: true),
        ])

    private static let limit = TypedSchema(
        "swarm.Limit",
        [
            Field("NanoCPUs", .int, omitsEmpty: true),
            Field("MemoryBytes", .int, omitsEmpty: true),
            Field("Pids", .int, omitsEmpty: true),
        ])

    private static let taskRestartPolicy = TypedSchema(
        "swarm.RestartPolicy",
        [
            Field("Condition", .string, omitsEmpty: true),
            Field("Delay", .pointer(.duration), omitsEmpty: true),
            Field("MaxAttempts", .pointer(.uint), omitsEmpty: true),
            Field("Window", .pointer(.duration), omitsEmpty: true),
        ])

    private static let placement = TypedSchema(
        "swarm.Placement",
        [
            Field("Constraints", .strings, omitsEmpty: true),
            Field("Preferences", .list(.structure(placementPreference)), omitsEmpty: true),
            Field("MaxReplicas", .uint, omitsEmpty: true),
            Field("Platforms", .list(.structure(swarmPlatform)), omitsEmpty: true),
        ])

    private static let placementPreference = TypedSchema(
        "swarm.PlacementPreference",
        [Field("Spread", .reference(TypedSchema("swarm.SpreadOver", [Field("SpreadDescriptor", .string)])))])

    private static let taskStatus = TypedSchema(
        "swarm.TaskStatus",
        [
            Field("Timestamp", .time, omitsEmpty: true),
            Field("State", .string, omitsEmpty: true),
            Field("Message", .string, omitsEmpty: true),
            Field("Err", .string, omitsEmpty: true),
            Field("ContainerStatus", .reference(containerStatus), omitsEmpty: true),
            Field("PortStatus", .structure(portStatus), omitsEmpty: true),
        ])

    private static let containerStatus = TypedSchema(
        "swarm.ContainerStatus",
        [
            Field("ContainerID", .string),
            Field("PID", .int),
            Field("ExitCode", .int),
        ])

    private static let portStatus = TypedSchema(
        "swarm.PortStatus", [Field("Ports", .list(.structure(swarmPort)), omitsEmpty: true)])

    private static let networkAttachment = TypedSchema(
        "swarm.NetworkAttachment",
        [
            Field("Network", .structure(swarmNetwork), omitsEmpty: true),
            Field("Addresses", .strings, omitsEmpty: true),
        ])

    private static let swarmNetwork = TypedSchema(
        "swarm.Network",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field("Spec", .structure(swarmNetworkSpec), omitsEmpty: true),
            Field("DriverState", .structure(swarmDriver), omitsEmpty: true),
            Field("IPAMOptions", .reference(swarmAddresses), omitsEmpty: true),
        ])

    private static let swarmNetworkSpec = TypedSchema(
        "swarm.NetworkSpec",
        [
            Field(embedding: annotations),
            Field("DriverConfiguration", .reference(swarmDriver), omitsEmpty: true),
            Field("IPv6Enabled", .bool, omitsEmpty: true),
            Field("Internal", .bool, omitsEmpty: true),
            Field("Attachable", .bool, omitsEmpty: true),
            Field("Ingress", .bool, omitsEmpty: true),
            Field("IPAMOptions", .reference(swarmAddresses), omitsEmpty: true),
            Field(
                "ConfigFrom", .reference(TypedSchema("network.ConfigReference", [Field("Network", .string)])),
                omitsEmpty: true),
            Field("Scope", .string, omitsEmpty: true),
        ])

    private static let swarmAddresses = TypedSchema(
        "swarm.IPAMOptions",
        [
            Field("Driver", .structure(swarmDriver), omitsEmpty: true),
            Field("Configs", .list(.structure(swarmSubnet)), omitsEmpty: true),
        ])

    private static let swarmSubnet = TypedSchema(
        "swarm.IPAMConfig",
        [
            Field("Subnet", .string, omitsEmpty: true),
            Field("Range", .string, omitsEmpty: true),
            Field("Gateway", .string, omitsEmpty: true),
        ])

    private static let volumeAttachment = TypedSchema(
        "swarm.VolumeAttachment",
        [
            Field("ID", .string, omitsEmpty: true),
            Field("Source", .string, omitsEmpty: true),
            Field("Target", .string, omitsEmpty: true),
        ])
}
