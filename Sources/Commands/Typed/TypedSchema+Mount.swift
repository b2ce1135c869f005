extension TypedSchema {
    /// One `--mount`, as asked for.
    static let mount = TypedSchema(
        "mount.Mount",
        [
            Field("Type", .string, omitsEmpty: true),
            Field("Source", .string, omitsEmpty: true),
            Field("Target", .string, omitsEmpty: true),
            Field("ReadOnly", .bool, omitsEmpty: true),
            Field("Consistency", .string, omitsEmpty: true),
            Field("BindOptions", .reference(bindOptions), omitsEmpty: true),
            Field("VolumeOptions", .reference(volumeOptions), omitsEmpty: true),
            Field("ImageOptions", .reference(imageOptions), omitsEmpty: true),
            Field("TmpfsOptions", .reference(tmpfsOptions), omitsEmpty: true),
            Field("ClusterOptions", .reference(TypedSchema("mount.ClusterOptions", [])), omitsEmpty: true),
        ])

    private static let bindOptions = TypedSchema(
        "mount.BindOptions",
        [
            Field("Propagation", .string, omitsEmpty: true),
            Field("NonRecursive", .bool, omitsEmpty: true),
            Field("CreateMountpoint", .bool, omitsEmpty: true),
            Field("ReadOnlyNonRecursive", .bool, omitsEmpty: true),
            Field("ReadOnlyForceRecursive", .bool, omitsEmpty: true),
        ])

    private static let volumeOptions = TypedSchema(
        "mount.VolumeOptions",
        [
            Field("NoCopy", .bool, omitsEmpty: true),
            Field("Labels", .labels, omitsEmpty: true),
            Field("Subpath", .string, omitsEmpty: true),
            Field("DriverConfig", .reference(mountDriver), omitsEmpty: true),
        ])

    private static let imageOptions = TypedSchema(
        "mount.ImageOptions", [Field("Subpath", .string, omitsEmpty: true)])

    private static let tmpfsOptions = TypedSchema(
        "mount.TmpfsOptions",
        [
            Field("SizeBytes", .int, omitsEmpty: true),
            Field("Mode", .uint, omitsEmpty: true),
            Field("Options", .list(.strings), omitsEmpty: true),
        ])

    private static let mountDriver = TypedSchema(
        "mount.Driver",
        [
            Field("Name", .string, omitsEmpty: true),
            Field("Options", .labels, omitsEmpty: true),
        ])
}
