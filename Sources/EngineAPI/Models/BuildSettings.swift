import JSON

/// Everything an image build is told besides its context.
public struct BuildSettings: Equatable, Sendable {
    public var tags: [String] = []
    /// Path of the Dockerfile inside the context; empty lets the engine choose.
    public var dockerfile = ""
    /// A nil value leaves it to the engine's own environment.
    public var arguments: [(name: String, value: String?)] = []
    public var labels: [(name: String, value: String)] = []
    public var cacheFrom: [String] = []
    /// `NAME:ADDRESS`.
    public var hosts: [String] = []
    public var securityOptions: [String] = []
    /// A list of `{Name, Hard, Soft}`.
    public var limits: JSONNode = []
    /// Empty or 0 in all that follow leaves the engine's default.
    public var target = ""
    public var platform = ""
    public var network = ""
    public var isolation = ""
    public var cgroupParent = ""
    public var cpuSet = ""
    public var memoryNodes = ""
    public var cpuShares: Int64 = 0
    public var cpuQuota: Int64 = 0
    /// Microseconds.
    public var cpuPeriod: Int64 = 0
    /// Bytes, as the two that follow.
    public var memory: Int64 = 0
    /// -1 for no limit.
    public var memoryAndSwap: Int64 = 0
    public var sharedMemory: Int64 = 0
    public var isQuiet = false
    public var usesCache = true
    public var removesContainers = true
    public var alwaysRemovesContainers = false
    public var pulls = false
    public var squashes = false

    public init() {}

    public static func == (left: BuildSettings, right: BuildSettings) -> Bool {
        left.query.elementsEqual(right.query) { $0 == $1 }
    }

    /// The query of `POST /build`, defaults left out.
    var query: [(name: String, value: String)] {
        let texts = [
            ("dockerfile", dockerfile), ("target", target), ("platform", platform.lowercased()),
            ("networkmode", network), ("isolation", isolation), ("cgroupparent", cgroupParent),
            ("cpusetcpus", cpuSet), ("cpusetmems", memoryNodes),
        ]
        let numbers = [
            ("cpushares", cpuShares), ("cpuquota", cpuQuota), ("cpuperiod", cpuPeriod), ("memory", memory),
            ("memswap", memoryAndSwap), ("shmsize", sharedMemory),
        ]
        let switches = [
            ("q", isQuiet), ("nocache", !usesCache), ("forcerm", alwaysRemovesContainers), ("pull", pulls),
            ("squash", squashes),
        ]
        var query: [(name: String, value: String)] = tags.map { ("t", $0) }
        query += texts.filter { !$0.1.isEmpty }.map { ($0.0, $0.1) }
        query += switches.filter(\.1).map { ($0.0, "1") }
        query.append(("rm", removesContainers ? "1" : "0"))
        query += numbers.filter { $0.1 != 0 }.map { ($0.0, String($0.1)) }
        query += maps.map { ($0.0, String(decoding: $0.1.bytes, as: UTF8.self)) }
        query += securityOptions.map { ("securityopt", $0) }
        query += hosts.map { ("extrahosts", $0) }
        return query
    }

    private var maps: [(String, JSONNode)] {
        var maps: [(String, JSONNode)] = []
        if !arguments.isEmpty {
            maps.append(("buildargs", Self.object(arguments.map { ($0.name, $0.value.map { .string($0) } ?? .null) })))
        }
        if !labels.isEmpty { maps.append(("labels", Self.object(labels.map { ($0.name, .string($0.value)) }))) }
        if !cacheFrom.isEmpty { maps.append(("cachefrom", .array(cacheFrom.map { .string($0) }))) }
        if limits != [] { maps.append(("ulimits", limits)) }
        return maps
    }

    /// The last of several members of one name counts.
    private static func object(_ members: [(String, JSONNode)]) -> JSONNode {
        var last: [String: JSONNode] = [:]
        for (name, value) in members { last[name] = value }
        return .object(last.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value) })
    }
}
