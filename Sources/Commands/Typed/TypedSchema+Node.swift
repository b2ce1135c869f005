extension TypedSchema {
    /// `GET /nodes/{id}`.
    static let node = TypedSchema(
        "swarm.Node",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field("Spec", .structure(nodeSpec), omitsEmpty: true),
            Field("Description", .structure(nodeDescription), omitsEmpty: true),
            Field("Status", .structure(nodeStatus), omitsEmpty: true),
            Field("ManagerStatus", .reference(managerStatus), omitsEmpty: true),
        ])

    private static let nodeSpec = TypedSchema(
        "swarm.NodeSpec",
        [
            Field(embedding: annotations),
            Field("Role", .string, omitsEmpty: true),
            Field("Availability", .string, omitsEmpty: true),
        ])

    private static let nodeDescription = TypedSchema(
        "swarm.NodeDescription",
        [
            Field("Hostname", .string, omitsEmpty: true),
            Field("Platform", .structure(swarmPlatform), omitsEmpty: true),
            Field("Resources", .structure(swarmResources), omitsEmpty: true),
            Field("Engine", .structure(engineDescription), omitsEmpty: true),
            Field("TLSInfo", .structure(trust), omitsEmpty: true),
            Field("CSIInfo", .list(.structure(storageInfo)), omitsEmpty: true),
        ])

    private static let engineDescription = TypedSchema(
        "swarm.EngineDescription",
        [
            Field("EngineVersion", .string, omitsEmpty: true),
            Field("Labels", .labels, omitsEmpty: true),
            Field("Plugins", .list(.structure(pluginDescription)), omitsEmpty: true),
        ])

    private static let pluginDescription = TypedSchema(
        "swarm.PluginDescription",
        [
            Field("Type", .string, omitsEmpty: true),
            Field("Name", .string, omitsEmpty: true),
        ])

    private static let trust = TypedSchema(
        "swarm.TLSInfo",
        [
            Field("TrustRoot", .string, omitsEmpty: true),
            Field("CertIssuerSubject", .bytes, omitsEmpty: true),
            Field("CertIssuerPublicKey", .bytes, omitsEmpty: true),
        ])

    private static let storageInfo = TypedSchema(
        "swarm.NodeCSIInfo",
        [
            Field("PluginName", .string, omitsEmpty: true),
            Field("NodeID", .string, omitsEmpty: true),
            Field("MaxVolumesPerNode", .int, omitsEmpty: true),
            Field("AccessibleTopology", .reference(topology), omitsEmpty: true),
        ])

    private static let nodeStatus = TypedSchema(
        "swarm.NodeStatus",
        [
            Field("State", .string, omitsEmpty: true),
            Field("Message", .string, omitsEmpty: true),
            Field("Addr", .string, omitsEmpty: true),
        ])

    private static let managerStatus = TypedSchema(
        "swarm.ManagerStatus",
        [
            Field("Leader", .bool, omitsEmpty: true),
            Field("Reachability", .string, omitsEmpty: true),
            Field("Addr", .string, omitsEmpty: true),
        ])
}
