extension TypedSchema {
    /// `GET /plugins/{name}/json`.
    static let plugin = TypedSchema(
        "types.Plugin",
        [
            Field("Config", .structure(pluginConfig)),
            Field("Enabled", .bool),
            Field("ID", "Id", .string, omitsEmpty: true),
            Field("Name", .string),
            Field("PluginReference", .string, omitsEmpty: true),
            Field("Settings", .structure(pluginSettings)),
        ])

    private static let pluginConfig = TypedSchema(
        "types.PluginConfig",
        [
            Field("Args", .structure(pluginArguments)),
            Field("Description", .string),
            Field("DockerVersion", .string, omitsEmpty: true),
            Field("Documentation", .string),
            Field("Entrypoint", .strings),
            Field("Env", .list(.structure(pluginVariable))),
            Field("Interface", .structure(pluginInterface)),
            Field("IpcHost", .bool),
            Field("Linux", .structure(pluginLinux)),
            Field("Mounts", .list(.structure(pluginMount))),
            Field("Network", .structure(TypedSchema("types.PluginConfigNetwork", [Field("Type", .string)]))),
            Field("PidHost", .bool),
            Field("PropagatedMount", .string),
            Field("User", .structure(pluginUser), omitsEmpty: true),
            Field("WorkDir", .string),
            Field("Rootfs", "rootfs", .reference(pluginRoot), omitsEmpty: true),
        ])

    private static let pluginSettings = TypedSchema(
        "types.PluginSettings",
        [
            Field("Args", .strings),
            Field("Devices", .list(.structure(pluginDevice))),
            Field("Env", .strings),
            Field("Mounts", .list(.structure(pluginMount))),
        ])

    private static let pluginArguments = TypedSchema(
        "types.PluginConfigArgs",
        [
            Field("Description", .string),
            Field("Name", .string),
            Field("Settable", .strings),
            Field("Value", .strings),
        ])

    private static let pluginVariable = TypedSchema(
        "types.PluginEnv",
        [
            Field("Description", .string),
            Field("Name", .string),
            Field("Settable", .strings),
            Field("Value", .pointer(.string)),
        ])

    private static let pluginInterface = TypedSchema(
        "types.PluginConfigInterface",
        [
            Field("ProtocolScheme", .string, omitsEmpty: true),
            Field("Socket", .string),
            Field("Types", .list(.pluginCapability)),
        ])

    private static let pluginLinux = TypedSchema(
        "types.PluginConfigLinux",
        [
            Field("AllowAllDevices", .bool),
            Field("Capabilities", .strings),
            Field("Devices", .list(.structure(pluginDevice))),
        ])

    private static let pluginDevice = TypedSchema(
        "types.PluginDevice",
        [
            Field("Description", .string),
            Field("Name", .string),
            Field("Path", .pointer(.string)),
            Field("Settable", .strings),
        ])

    private static let pluginMount = TypedSchema(
        "types.PluginMount",
        [
            Field("Description", .string),
            Field("Destination", .string),
            Field("Name", .string),
            Field("Options", .strings),
            Field("Settable", .strings),
            Field("Source", .pointer(.string)),
            Field("Type", .string),
        ])

    private static let pluginUser = TypedSchema(
        "types.PluginConfigUser",
        [
            Field("GID", .uint, omitsEmpty: true),
            Field("UID", .uint, omitsEmpty: true),
        ])

    private static let pluginRoot = TypedSchema(
        "types.PluginConfigRootfs",
        [
            Field("DiffIds", "diff_ids", .strings),
            Field("Type", "type", .string),
        ])
}
