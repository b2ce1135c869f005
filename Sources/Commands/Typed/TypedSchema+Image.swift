extension TypedSchema {
    /// `GET /images/{name}/json`.
    static let image = TypedSchema(
        "image.InspectResponse",
        [
            Field("ID", "Id", .string),
            Field("RepoTags", .strings),
            Field("RepoDigests", .strings),
            Field("Parent", .string),
            Field("Comment", .string),
            Field("Created", .string, omitsEmpty: true),
            Field("Container", .string, omitsEmpty: true),
            Field("ContainerConfig", .reference(containerConfig), omitsEmpty: true),
            Field("DockerVersion", .string),
            Field("Author", .string),
            Field("Config", .reference(imageConfig)),
            Field("Architecture", .string),
            Field("Variant", .string, omitsEmpty: true),
            Field("Os", .string),
            Field("OsVersion", .string, omitsEmpty: true),
            Field("Size", .int),
            Field("VirtualSize", .int, omitsEmpty: true),
            Field("GraphDriver", .structure(graphDriver)),
            Field("RootFS", .structure(rootFS)),
            Field("Metadata", .structure(imageMetadata)),
            Field("Descriptor", .reference(descriptor), omitsEmpty: true),
            Field("Manifests", .list(.any), omitsEmpty: true),
        ])

    private static let imageConfig = TypedSchema(
        "v1.DockerOCIImageConfig",
        [
            Field(embedding: ociImageConfig),
            Field(embedding: imageConfigExtension),
        ])

    private static let ociImageConfig = TypedSchema(
        "v1.ImageConfig",
        [
            Field("User", .string, omitsEmpty: true),
            Field("ExposedPorts", .map(.structure(empty)), omitsEmpty: true),
            Field("Env", .strings, omitsEmpty: true),
            Field("Entrypoint", .strings, omitsEmpty: true),
            Field("Cmd", .strings, omitsEmpty: true),
            Field("Volumes", .map(.structure(empty)), omitsEmpty: true),
            Field("WorkingDir", .string, omitsEmpty: true),
            Field("Labels", .labels, omitsEmpty: true),
            Field("StopSignal", .string, omitsEmpty: true),
            Field("ArgsEscaped", .bool, omitsEmpty: true),
        ])

    private static let imageConfigExtension = TypedSchema(
        "v1.DockerOCIImageConfigExt",
        [
            Field("Healthcheck", .reference(healthcheck), omitsEmpty: true),
            Field("OnBuild", .strings, omitsEmpty: true),
            Field("Shell", .strings, omitsEmpty: true),
        ])

    private static let rootFS = TypedSchema(
        "image.RootFS",
        [
            Field("Type", .string, omitsEmpty: true),
            Field("Layers", .strings, omitsEmpty: true),
        ])

    private static let imageMetadata = TypedSchema("image.Metadata", [Field("LastTagTime", .time)])
}
