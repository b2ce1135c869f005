extension TypedSchema {
    /// What the containers of a service are made of.
    static let containerSpec = TypedSchema(
        "swarm.ContainerSpec",
        [
            Field("Image", .string, omitsEmpty: true),
            Field("Labels", .labels, omitsEmpty: true),
            Field("Command", .strings, omitsEmpty: true),
            Field("Args", .strings, omitsEmpty: true),
            Field("Hostname", .string, omitsEmpty: true),
            Field("Env", .strings, omitsEmpty: true),
            Field("Dir", .string, omitsEmpty: true),
            Field("User", .string, omitsEmpty: true),
            Field("Groups", .strings, omitsEmpty: true),
            Field("Privileges", .reference(privileges), omitsEmpty: true),
            Field("Init", .pointer(.bool), omitsEmpty: true),
            Field("StopSignal", .string, omitsEmpty: true),
            Field("TTY", .bool, omitsEmpty: true),
            Field("OpenStdin", .bool, omitsEmpty: true),
            Field("ReadOnly", .bool, omitsEmpty: true),
            Field("Mounts", .list(.structure(mount)), omitsEmpty: true),
            Field("StopGracePeriod", .pointer(.duration), omitsEmpty: true),
            Field("Healthcheck", .reference(healthcheck), omitsEmpty: true),
            Field("Hosts", .strings, omitsEmpty: true),
            Field("DNSConfig", .reference(nameServers), omitsEmpty: true),
            Field("Secrets", .list(.reference(secretReference)), omitsEmpty: true),
            Field("Configs", .list(.reference(configFileReference)), omitsEmpty: true),
            Field("Isolation", .string, omitsEmpty: true),
            Field("Sysctls", .labels, omitsEmpty: true),
            Field("CapabilityAdd", .strings, omitsEmpty: true),
            Field("CapabilityDrop", .strings, omitsEmpty: true),
            Field("Ulimits", .list(.reference(ulimit)), omitsEmpty: true),
            Field("OomScoreAdj", .int, omitsEmpty: true),
        ])

    private static let privileges = TypedSchema(
        "swarm.Privileges",
        [
            Field("CredentialSpec", .reference(credentialSpec)),
            Field("SELinuxContext", .reference(selinux)),
            Field("Seccomp", .reference(seccomp), omitsEmpty: true),
            Field(
                "AppArmor",
                .reference(TypedSchema("swarm.AppArmorOpts", [Field("Mode", .string, omitsEmpty: true)])),
                omitsEmpty: true),
            Field("NoNewPrivileges", .bool),
        ])

    private static let credentialSpec = TypedSchema(
        "swarm.CredentialSpec",
        [
            Field("Config", .string),
            Field("File", .string),
            Field("Registry", .string),
        ])

    private static let selinux = TypedSchema(
        "swarm.SELinuxContext",
        [
            Field("Disable", .bool),
            Field("User", .string),
            Field("Role", .string),
            Field("Type", .string),
            Field("Level", .string),
        ])

    private static let seccomp = TypedSchema(
        "swarm.SeccompOpts",
        [
            Field("Mode", .string, omitsEmpty: true),
            Field("Profile", .bytes, omitsEmpty: true),
        ])

    private static let nameServers = TypedSchema(
        "swarm.DNSConfig",
        [
            Field("Nameservers", .strings, omitsEmpty: true),
            Field("Search", .strings, omitsEmpty: true),
            Field("Options", .strings, omitsEmpty: true),
        ])

    private static let secretReference = TypedSchema(
        "swarm.SecretReference",
        [
            Field("File", .reference(fileTarget("swarm.SecretReferenceFileTarget"))),
            Field("SecretID", .string),
            Field("SecretName", .string),
        ])

    private static let configFileReference = TypedSchema(
        "swarm.ConfigReference",
        [
            Field("File", .reference(fileTarget("swarm.ConfigReferenceFileTarget")), omitsEmpty: true),
            Field(
                "Runtime", .reference(TypedSchema("swarm.ConfigReferenceRuntimeTarget", [])), omitsEmpty: true),
            Field("ConfigID", .string),
            Field("ConfigName", .string),
        ])

    private static func fileTarget(_ name: String) -> TypedSchema {
        TypedSchema(
            name,
            [
                Field("Name", .string),
                Field("UID", .string),
                Field("GID", .string),
                Field("Mode", .fileMode),
            ])
    }
}
