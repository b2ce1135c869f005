extension TypedSchema {
    /// A stored context. Its own fields can be reached under `Metadata` too, which hides their `Metadata`.
    static let context = TypedSchema(
        "context.contextWithTLSInfo",
        [
            Field(embedding: contextMetadata),
            Field("TLSMaterial", .map(.strings)),
            Field("Storage", .structure(contextStorage)),
        ])

    private static let contextMetadata = TypedSchema(
        "store.Metadata",
        [
            Field("Name", .string, omitsEmpty: true),
            Field("Metadata", .structure(contextDescription), omitsEmpty: true),
            Field("Endpoints", .map(.structure(contextEndpoint)), omitsEmpty: true),
        ])

    private static let contextDescription = TypedSchema(
        "command.DockerContext",
        [
            Field("Description", .string, omitsEmpty: true),
            Field("AdditionalFields", .map(.any), omitsEmpty: true),
        ], escapesHTML: true)

    private static let contextEndpoint = TypedSchema(
        "docker.EndpointMeta",
        [
            Field("Host", .string, omitsEmpty: true),
            Field("SkipTLSVerify", .bool),
        ])

    private static let contextStorage = TypedSchema(
        "context.StorageInfo",
        [
            Field("MetadataPath", .string),
            Field("TLSPath", .string),
        ])
}
