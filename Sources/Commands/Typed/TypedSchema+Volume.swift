extension TypedSchema {
    /// `GET /volumes/{name}`.
    static let volume = TypedSchema(
        "volume.Volume",
        [
            Field("ClusterVolume", .pointer(.any), omitsEmpty: true),
            Field("CreatedAt", .string, omitsEmpty: true),
            Field("Driver", .string),
            Field("Labels", .labels),
            Field("Mountpoint", .string),
            Field("Name", .string),
            Field("Options", .labels),
            Field("Scope", .string),
            Field("Status", .map(.any), omitsEmpty: true),
            Field("UsageData", .reference(volumeUsage), omitsEmpty: true),
        ])

    private static let volumeUsage = TypedSchema(
        "volume.UsageData",
        [
            Field("RefCount", .int),
            Field("Size", .int),
        ])
}
