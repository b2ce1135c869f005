extension TypedSchema {
    /// `.Client` of `version`.
    static let clientVersion = TypedSchema(
        "system.clientVersion",
        [
            Field("Platform", .reference(TypedSchema("struct { Name string }", [Field("Name", .string)]))),
            Field("Version", .string),
            Field("APIVersion", "ApiVersion", .string, omitsEmpty: true),
            Field("DefaultAPIVersion", .string, omitsEmpty: true),
            Field("GitCommit", .string),
            Field("GoVersion", .string),
            Field("Os", .string),
            Field("Arch", .string),
            Field("BuildTime", .string, omitsEmpty: true),
            Field("Context", .string),
        ])

    /// `.ClientInfo` of `info`.
    static let clientInfo = TypedSchema(
        "system.clientInfo",
        [
            Field("Debug", .bool),
            Field(embedding: clientVersion),
            Field("Plugins", .list(.any)),
            Field("Warnings", .strings),
        ])
}
