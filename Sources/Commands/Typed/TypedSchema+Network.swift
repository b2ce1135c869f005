extension TypedSchema {
    /// `GET /networks/{id}`.
    static let network = TypedSchema(
        "network.Inspect",
        [
            Field("Name", .string),
            Field("ID", "Id", .string),
            Field("Created", .time),
            Field("Scope", .string),
            Field("Driver", .string),
            Field("EnableIPv4", .bool),
            Field("EnableIPv6", .bool, isUnknownIfAbsent: true),
            Field("IPAM", .structure(ipam)),
            Field("Internal", .bool, isUnknownIfAbsent: true),
            Field("Attachable", .bool),
            Field("Ingress", .bool),
            Field("ConfigFrom", .structure(configReference)),
            Field("ConfigOnly", .bool),
            Field("Containers", .map(.structure(endpointResource))),
            Field("Options", .labels),
            Field("Labels", .labels),
            Field("Peers", .list(.structure(peer)), omitsEmpty: true),
            Field("Services", .map(.structure(networkService)), omitsEmpty: true),
        ])

    private static let ipam = TypedSchema(
        "network.IPAM",
        [
            Field("Driver", .string),
            Field("Options", .labels),
            Field("Config", .list(.structure(ipamConfig))),
        ])

    private static let ipamConfig = TypedSchema(
        "network.IPAMConfig",
        [
            Field("Subnet", .string, omitsEmpty: true),
            Field("IPRange", .string, omitsEmpty: true),
            Field("Gateway", .string, omitsEmpty: true),
            Field("AuxAddress", "AuxiliaryAddresses", .labels, omitsEmpty: true),
        ])

    private static let configReference = TypedSchema("network.ConfigReference", [Field("Network", .string)])

    private static let endpointResource = TypedSchema(
        "network.EndpointResource",
        [
            Field("Name", .string),
            Field("EndpointID", .string),
            Field("MacAddress", .string),
            Field("IPv4Address", .string),
            Field("IPv6Address", .string),
        ])

    private static let peer = TypedSchema(
        "network.PeerInfo",
        [
            Field("Name", .string),
            Field("IP", .string),
        ])

    private static let networkService = TypedSchema(
        "network.ServiceInfo",
        [
            Field("VIP", .string),
            Field("Ports", .strings),
            Field("LocalLBIndex", .int),
            Field("Tasks", .list(.structure(networkTask))),
        ])

    private static let networkTask = TypedSchema(
        "network.Task",
        [
            Field("Name", .string),
            Field("EndpointID", .string),
            Field("EndpointIP", .string),
            Field("Info", .labels),
        ])
}
