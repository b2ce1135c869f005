/// What the objects of a swarm have in common.
extension TypedSchema {
    static let swarmMeta = TypedSchema(
        "swarm.Meta",
        [
            Field("Version", .structure(swarmVersion), omitsEmpty: true),
            Field("CreatedAt", .time, omitsEmpty: true),
            Field("UpdatedAt", .time, omitsEmpty: true),
        ])

    static let swarmVersion = TypedSchema("swarm.Version", [Field("Index", .uint, omitsEmpty: true)])

    static let annotations = TypedSchema(
        "swarm.Annotations",
        [
            Field("Name", .string, omitsEmpty: true),
            Field("Labels", .labels),
        ])

    static let swarmDriver = TypedSchema(
        "swarm.Driver",
        [
            Field("Name", .string, omitsEmpty: true),
            Field("Options", .labels, omitsEmpty: true),
        ])

    static let swarmResources = TypedSchema(
        "swarm.Resources",
        [
            Field("NanoCPUs", .int, omitsEmpty: true),
            Field("MemoryBytes", .int, omitsEmpty: true),
            Field("GenericResources", .list(.structure(genericResource)), omitsEmpty: true),
        ])

    static let genericResource = TypedSchema(
        "swarm.GenericResource",
        [
            Field("NamedResourceSpec", .reference(namedResource), omitsEmpty: true),
            Field("DiscreteResourceSpec", .reference(discreteResource), omitsEmpty: true),
        ])

    private static let namedResource = TypedSchema(
        "swarm.NamedGenericResource",
        [
            Field("Kind", .string, omitsEmpty: true),
            Field("Value", .string, omitsEmpty: true),
        ])

    private static let discreteResource = TypedSchema(
        "swarm.DiscreteGenericResource",
        [
            Field("Kind", .string, omitsEmpty: true),
            Field("Value", .int, omitsEmpty: true),
        ])

    static let swarmPlatform = TypedSchema(
        "swarm.Platform",
        [
            Field("Architecture", .string, omitsEmpty: true),
            Field("OS", .string, omitsEmpty: true),
        ])

    static let topology = TypedSchema("swarm.Topology", [Field("Segments", .labels, omitsEmpty: true)])

    static let swarmPort = TypedSchema(
        "swarm.PortConfig",
        [
            Field("Name", .string, omitsEmpty: true),
            Field("Protocol", .string, omitsEmpty: true),
            Field("TargetPort", .uint, omitsEmpty: true),
            Field("PublishedPort", .uint, omitsEmpty: true),
            Field("PublishMode", .string, omitsEmpty: true),
        ])

    /// `GET /secrets/{id}`.
    static let secret = TypedSchema(
        "swarm.Secret",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field("Spec", .structure(secretSpec)),
        ])

    private static let secretSpec = TypedSchema(
        "swarm.SecretSpec",
        [
            Field(embedding: annotations),
            Field("Data", .bytes, omitsEmpty: true),
            Field("Driver", .reference(swarmDriver), omitsEmpty: true),
            Field("Templating", .reference(swarmDriver), omitsEmpty: true),
        ])

    /// `GET /configs/{id}`.
    static let config = TypedSchema(
        "swarm.Config",
        [
            Field("ID", .string),
            Field(embedding: swarmMeta),
            Field("Spec", .structure(configSpec)),
        ])

    private static let configSpec = TypedSchema(
        "swarm.ConfigSpec",
        [
            Field(embedding: annotations),
            Field("Data", .bytes, omitsEmpty: true),
            Field("Templating", .reference(swarmDriver), omitsEmpty: true),
        ])
}
