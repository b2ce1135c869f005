extension TypedSchema {
    /// `GET /info`.
    static let info = TypedSchema(
        "system.Info",
        [
            Field("ID", .string),
            Field("Containers", .int),
            Field("ContainersRunning", .int),
            Field("ContainersPaused", .int),
            Field("ContainersStopped", .int),
            Field("Images", .int),
            Field("Driver", .string),
            Field("DriverStatus", .list(.array(.string, count: 2))),
            Field("SystemStatus", .list(.array(.string, count: 2)), omitsEmpty: true),
            Field("Plugins", .structure(plugins)),
            Field("MemoryLimit", .bool),
            Field("SwapLimit", .bool),
            Field("KernelMemory", .bool, omitsEmpty: true, isUnknownIfAbsent: true),
            Field("KernelMemoryTCP", .bool, omitsEmpty: true),
            Field("CPUCfsPeriod", "CpuCfsPeriod", .bool, isUnknownIfAbsent: true),
            Field("CPUCfsQuota", "CpuCfsQuota", .bool, isUnknownIfAbsent: true),
            Field("CPUShares", .bool, isUnknownIfAbsent: true),
            Field("CPUSet", .bool, isUnknownIfAbsent: true),
            Field("PidsLimit", .bool),
            Field("IPv4Forwarding", .bool),
            Field("Debug", .bool),
            Field("NFd", .int),
            Field("OomKillDisable", .bool, isUnknownIfAbsent: true),
            Field("NGoroutines", .int),
            Field("SystemTime", .string),
            Field("LoggingDriver", .string),
            Field("CgroupDriver", .string),
            Field("CgroupVersion", .string, omitsEmpty: true),
            Field("NEventsListener", .int),
            Field("KernelVersion", .string),
            Field("OperatingSystem", .string),
            Field("OSVersion", .string),
            Field("OSType", .string),
            Field("Architecture", .string),
            Field("IndexServerAddress", .string),
            Field("RegistryConfig", .reference(registryConfig)),
            Field("NCPU", .int),
            Field("MemTotal", .int),
            Field("GenericResources", .list(.any)),
            Field("DockerRootDir", .string),
            Field("HTTPProxy", "HttpProxy", .string),
            Field("HTTPSProxy", "HttpsProxy", .string),
            Field("NoProxy", .string),
            Field("Name", .string),
            Field("Labels", .strings),
            Field("ExperimentalBuild", .bool),
            Field("ServerVersion", .string),
            Field("Runtimes", .map(.structure(runtime))),
            Field("DefaultRuntime", .string),
            Field("Swarm", .structure(swarm)),
            Field("LiveRestoreEnabled", .bool),
            Field("Isolation", .string),
            Field("InitBinary", .string),
            Field("ContainerdCommit", .structure(commit)),
            Field("RuncCommit", .structure(commit)),
            Field("InitCommit", .structure(commit)),
            Field("SecurityOptions", .strings),
            Field("ProductLicense", .string, omitsEmpty: true),
            Field("DefaultAddressPools", .list(.structure(addressPool)), omitsEmpty: true),
            Field("FirewallBackend", .reference(firewall), omitsEmpty: true),
            Field("CDISpecDirs", .strings),
            Field("DiscoveredDevices", .list(.structure(device)), omitsEmpty: true),
            Field("Containerd", .reference(containerd), omitsEmpty: true),
            Field("Warnings", .strings),
        ])

    private static let plugins = TypedSchema(
        "system.PluginsInfo",
        [
            Field("Volume", .strings),
            Field("Network", .strings),
            Field("Authorization", .strings),
            Field("Log", .strings),
        ])

    /// docker writes the members of this one sorted.
    private static let registryConfig = TypedSchema(
        "registry.ServiceConfig",
        [
            Field("IndexConfigs", .map(.reference(registryIndex))),
            Field("InsecureRegistryCIDRs", .strings),
            Field("Mirrors", .strings),
        ])

    private static let registryIndex = TypedSchema(
        "registry.IndexInfo",
        [
            Field("Mirrors", .strings),
            Field("Name", .string),
            Field("Official", .bool),
            Field("Secure", .bool),
        ])

    private static let runtime = TypedSchema(
        "system.RuntimeWithStatus",
        [
            Field("Path", "path", .string, omitsEmpty: true),
            Field("Args", "runtimeArgs", .strings, omitsEmpty: true),
            Field("Type", "runtimeType", .string, omitsEmpty: true),
            Field("Options", "options", .map(.any), omitsEmpty: true),
            Field("Status", "status", .labels, omitsEmpty: true),
        ])

    private static let swarm = TypedSchema(
        "swarm.Info",
        [
            Field("NodeID", .string),
            Field("NodeAddr", .string),
            Field("LocalNodeState", .string),
            Field("ControlAvailable", .bool),
            Field("Error", .string),
            Field("RemoteManagers", .list(.structure(swarmPeer))),
            Field("Nodes", .int, omitsEmpty: true),
            Field("Managers", .int, omitsEmpty: true),
            Field("Cluster", .pointer(.any), omitsEmpty: true),
            Field("Warnings", .strings, omitsEmpty: true),
        ])

    private static let swarmPeer = TypedSchema(
        "swarm.Peer",
        [
            Field("NodeID", .string),
            Field("Addr", .string),
        ])

    private static let commit = TypedSchema(
        "system.Commit",
        [
            Field("ID", .string),
            Field("Expected", .string, omitsEmpty: true),
        ])

    private static let addressPool = TypedSchema(
        "system.NetworkAddressPool",
        [
            Field("Base", .string),
            Field("Size", .int),
        ])

    private static let firewall = TypedSchema(
        "system.FirewallInfo",
        [
            Field("Driver", .string),
            Field("Info", .list(.array(.string, count: 2)), omitsEmpty: true),
        ])

    private static let device = TypedSchema(
        "system.DeviceInfo",
        [
            Field("Source", .string),
            Field("ID", .string),
        ])

    private static let containerd = TypedSchema(
        "system.ContainerdInfo",
        [
            Field("Address", .string, omitsEmpty: true),
            Field("Namespaces", .structure(containerdNamespaces)),
        ])

    private static let containerdNamespaces = TypedSchema(
        "system.ContainerdNamespaces",
        [
            Field("Containers", .string),
            Field("Plugins", .string),
        ])
}
