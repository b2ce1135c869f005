extension TypedSchema {
    static let hostConfig = TypedSchema(
        "container.HostConfig",
        [
            Field("Binds", .strings),
            Field("ContainerIDFile", .string),
            Field("LogConfig", .structure(logConfig)),
            Field("NetworkMode", .string),
            Field("PortBindings", .portMap),
            Field("RestartPolicy", .structure(restartPolicy)),
            Field("AutoRemove", .bool),
            Field("VolumeDriver", .string),
            Field("VolumesFrom", .strings),
            Field("ConsoleSize", .array(.uint, count: 2)),
            Field("Annotations", .labels, omitsEmpty: true),
            Field("CapAdd", .strings),
            Field("CapDrop", .strings),
            Field("CgroupnsMode", .string),
            Field("DNS", "Dns", .strings),
            Field("DNSOptions", "DnsOptions", .strings),
            Field("DNSSearch", "DnsSearch", .strings),
            Field("ExtraHosts", .strings),
            Field("GroupAdd", .strings),
            Field("IpcMode", .string),
            Field("Cgroup", .string),
            Field("Links", .strings),
            Field("OomScoreAdj", .int),
            Field("PidMode", .string),
            Field("Privileged", .bool),
            Field("PublishAllPorts", .bool),
            Field("ReadonlyRootfs", .bool),
            Field("SecurityOpt", .strings),
            Field("StorageOpt", .labels, omitsEmpty: true),
            Field("Tmpfs", .labels, omitsEmpty: true),
            Field("UTSMode", .string),
            Field("UsernsMode", .string),
            Field("ShmSize", .int),
            Field("Sysctls", .labels, omitsEmpty: true),
            Field("Runtime", .string, omitsEmpty: true),
            Field("Isolation", .string),
            Field(embedding: resources),
            Field("Mounts", .list(.structure(mount)), omitsEmpty: true),
            Field("MaskedPaths", .strings),
            Field("ReadonlyPaths", .strings),
            Field("Init", .pointer(.bool), omitsEmpty: true),
        ])

    private static let resources = TypedSchema(
        "container.Resources",
        [
            Field("CPUShares", "CpuShares", .int),
            Field("Memory", .int),
            Field("NanoCPUs", "NanoCpus", .int),
            Field("CgroupParent", .string),
            Field("BlkioWeight", .uint),
            Field("BlkioWeightDevice", .list(.reference(weightDevice))),
            Field("BlkioDeviceReadBps", .list(.reference(throttleDevice))),
            Field("BlkioDeviceWriteBps", .list(.reference(throttleDevice))),
            Field("BlkioDeviceReadIOps", .list(.reference(throttleDevice))),
            Field("BlkioDeviceWriteIOps", .list(.reference(throttleDevice))),
            Field("CPUPeriod", "CpuPeriod", .int),
            Field("CPUQuota", "CpuQuota", .int),
            Field("CPURealtimePeriod", "CpuRealtimePeriod", .int),
            Field("CPURealtimeRuntime", "CpuRealtimeRuntime", .int),
            Field("CpusetCpus", .string),
            Field("CpusetMems", .string),
            Field("Devices", .list(.structure(deviceMapping))),
            Field("DeviceCgroupRules", .strings),
            Field("DeviceRequests", .list(.structure(deviceRequest))),
            Field("KernelMemory", .int, omitsEmpty: true),
            Field("KernelMemoryTCP", .int, omitsEmpty: true),
            Field("MemoryReservation", .int),
            Field("MemorySwap", .int),
            Field("MemorySwappiness", .pointer(.int)),
            Field("OomKillDisable", .pointer(.bool)),
            Field("PidsLimit", .pointer(.int)),
            Field("Ulimits", .list(.reference(ulimit))),
            Field("CPUCount", "CpuCount", .int),
            Field("CPUPercent", "CpuPercent", .int),
            Field("IOMaximumIOps", .uint),
            Field("IOMaximumBandwidth", .uint),
        ])

    private static let logConfig = TypedSchema(
        "container.LogConfig",
        [
            Field("Type", .string),
            Field("Config", .labels),
        ])

    private static let restartPolicy = TypedSchema(
        "container.RestartPolicy",
        [
            Field("Name", .string),
            Field("MaximumRetryCount", .int),
        ])

    private static let weightDevice = TypedSchema(
        "blkiodev.WeightDevice",
        [
            Field("Path", .string),
            Field("Weight", .uint),
        ])

    private static let throttleDevice = TypedSchema(
        "blkiodev.ThrottleDevice",
        [
            Field("Path", .string),
            Field("Rate", .uint),
        ])

    private static let deviceMapping = TypedSchema(
        "container.DeviceMapping",
        [
            Field("PathOnHost", .string),
            Field("PathInContainer", .string),
            Field("CgroupPermissions", .string),
        ])

    private static let deviceRequest = TypedSchema(
        "container.DeviceRequest",
        [
            Field("Driver", .string),
            Field("Count", .int),
            Field("DeviceIDs", .strings),
            Field("Capabilities", .list(.strings)),
            Field("Options", .labels),
        ])

    static let ulimit = TypedSchema(
        "units.Ulimit",
        [
            Field("Name", .string),
            Field("Hard", .int),
            Field("Soft", .int),
        ],
        text: { "\($0.text("Name"))=\($0.integer("Soft")):\($0.integer("Hard"))" })
}
