extension TypedSchema {
    static let networkSettings = TypedSchema(
        "container.NetworkSettings",
        [
            Field(embedding: networkSettingsBase),
            Field(embedding: defaultNetworkSettings),
            Field("Networks", .map(.reference(endpointSettings))),
        ])

    private static let networkSettingsBase = TypedSchema(
        "container.NetworkSettingsBase",
        [
            Field("Bridge", .string),
            Field("SandboxID", .string),
            Field("SandboxKey", .string),
            Field("Ports", .portMap),
            Field("HairpinMode", .bool),
            Field("LinkLocalIPv6Address", .string),
            Field("LinkLocalIPv6PrefixLen", .int),
            Field("SecondaryIPAddresses", .list(.structure(address))),
            Field("SecondaryIPv6Addresses", .list(.structure(address))),
        ])

    private static let defaultNetworkSettings = TypedSchema(
        "container.DefaultNetworkSettings",
        [
            Field("EndpointID", .string),
            Field("Gateway", .string),
            Field("GlobalIPv6Address", .string),
            Field("GlobalIPv6PrefixLen", .int),
            Field("IPAddress", .string),
            Field("IPPrefixLen", .int),
            Field("IPv6Gateway", .string),
            Field("MacAddress", .string),
        ])

    private static let address = TypedSchema(
        "network.Address",
        [
            Field("Addr", .string),
            Field("PrefixLen", .int),
        ])

    static let endpointSettings = TypedSchema(
        "network.EndpointSettings",
        [
            Field("IPAMConfig", .reference(endpointIPAM)),
            Field("Links", .strings),
            Field("Aliases", .strings),
            Field("MacAddress", .string),
            Field("DriverOpts", .labels),
            Field("GwPriority", .int),
            Field("NetworkID", .string),
            Field("EndpointID", .string),
            Field("Gateway", .string),
            Field("IPAddress", .string),
            Field("IPPrefixLen", .int),
            Field("IPv6Gateway", .string),
            Field("GlobalIPv6Address", .string),
            Field("GlobalIPv6PrefixLen", .int),
            Field("DNSNames", .strings),
        ])

    private static let endpointIPAM = TypedSchema(
        "network.EndpointIPAMConfig",
        [
            Field("IPv4Address", .string, omitsEmpty: true),
            Field("IPv6Address", .string, omitsEmpty: true),
            Field("LinkLocalIPs", .strings, omitsEmpty: true),
        ])

    fileprivate static let portBinding = TypedSchema(
        "nat.PortBinding",
        [
            Field("HostIP", "HostIp", .string),
            Field("HostPort", .string),
        ])
}

extension GoType {
    /// Ports by `80/tcp`; the keys have a type of their own, so that `index` with a string does not reach them.
    static var portMap: GoType { .map(.list(.structure(.portBinding)), key: "nat.Port") }
}
