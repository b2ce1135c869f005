extension TypedSchema {
    /// `GET /version`.
    static let version = TypedSchema(
        "types.Version",
        [
            Field(
                "Platform", .structure(TypedSchema("struct { Name string }", [Field("Name", .string)])),
                omitsEmpty: true),
            Field("Components", .list(.structure(component)), omitsEmpty: true),
            Field("Version", .string),
            Field("APIVersion", "ApiVersion", .string),
            Field("MinAPIVersion", .string, omitsEmpty: true),
            Field("GitCommit", .string),
            Field("GoVersion", .string),
            Field("Os", .string),
            Field("Arch", .string),
            Field("KernelVersion", .string, omitsEmpty: true),
            Field("Experimental", .bool, omitsEmpty: true),
            Field("BuildTime", .string, omitsEmpty: true),
        ])

    private static let component = TypedSchema(
        "types.ComponentVersion",
        [
            Field("Name", .string),
            Field("Version", .string),
            Field("Details", .labels, omitsEmpty: true),
        ])
}
