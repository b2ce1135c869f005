import CommandGrammar
import JSON

/// What a volume of a whole swarm is to be like (CSI); one of these typed makes it such a volume.
struct ClusterVolumeOptions: Equatable {
    var availability = Defaulted(VolumeAvailability())
    var group: String?
    var limit: ByteCount?
    var required: ByteCount?
    var scope = Defaulted("single")
    var secrets = ListOf<OptionPair>()
    var sharing = Defaulted("none")
    var preferred = ListOf<Topology>()
    var requisite = ListOf<Topology>()
    var type = Defaulted("block")

    static var flags: [Flag<ClusterVolumeOptions>] {
        [
            Flag(
                "availability", \.availability, "Cluster volume: whether it may be used: active, pause or drain",
                since: "1.42"),
            Flag("group", \.group, "Cluster volume: name of its group", since: "1.42"),
            Flag("limit-bytes", \.limit, "Cluster volume: its largest size", since: "1.42"),
            Flag("required-bytes", \.required, "Cluster volume: its smallest size", since: "1.42"),
            Flag(
                "scope", \.scope, "Cluster volume: used on a single node or on multi", since: "1.42",
                completing: .words(["multi", "single"])),
            Flag("secret", \.secrets, "Cluster volume: secret for its driver: KEY=SECRET", since: "1.42"),
            Flag(
                "sharing", \.sharing, "Cluster volume: who may write: none, readonly, onewriter or all", since: "1.42",
                completing: .words(["all", "none", "onewriter", "readonly"])),
            Flag("topology-preferred", \.preferred, "Cluster volume: where best: KEY=VALUE,…", since: "1.42"),
            Flag("topology-required", \.requisite, "Cluster volume: where only: KEY=VALUE,…", since: "1.42"),
            Flag(
                "type", \.type, "Cluster volume: how it is used: mount or block", since: "1.42",
                completing: .words(["block", "mount"])),
        ]
    }

    /// `ClusterVolumeSpec`; nil for a volume of one engine.
    ///
    /// - Throws: `Failure` for a type that is none.
    func spec() throws -> JSONNode? {
        if self == ClusterVolumeOptions() { return nil }
        var access: JSONNode = ["Scope": .string(scope.value), "Sharing": .string(sharing.value)]
        switch type.value {
        case "block": access["BlockVolume"] = [:]
        case "mount": access["MountVolume"] = [:]
        default: throw Failure("--type cannot be \(type.value.debugDescription): mount or block")
        }
        var spec: JSONNode = ["AccessMode": access, "Availability": .string(availability.value.name)]
        if let group { spec["Group"] = .string(group) }
        if limit != nil || required != nil {
            spec["CapacityRange"] = [
                "RequiredBytes": .int(Int(required?.bytes ?? 0)), "LimitBytes": .int(Int(limit?.bytes ?? 0)),
            ]
        }
        if !secrets.values.isEmpty {
            spec["Secrets"] = .array(
                secrets.dictionary.sorted { $0.key < $1.key }.map {
                    ["Key": .string($0.key), "Secret": .string($0.value)]
                })
        }
        if !requisite.values.isEmpty || !preferred.values.isEmpty {
            spec["AccessibilityRequirements"] = [
                "Requisite": .array(requisite.values.map(\.json)), "Preferred": .array(preferred.values.map(\.json)),
            ]
        }
        return spec
    }
}

/// Whether a cluster volume may be used.
struct VolumeAvailability: FlagValue, Equatable {
    var name = "active"

    static var typeName: String { "string" }
    static var completion: Completion? { .words(["active", "drain", "pause"]) }
    var defaultText: String { name }

    mutating func take(_ text: String) throws(ValueError) {
        guard ["active", "pause", "drain"].contains(text) else {
            throw ValueError("\"\(text)\" is not active, pause or drain")
        }
        name = text
    }
}

/// `KEY=VALUE,KEY=VALUE` of `--topology-required`: where in a swarm a volume can be used.
struct Topology: ListElement {
    let segments: [String: String]

    init(parsing text: String) throws(ValueError) {
        segments = try CommaList.fields(text).map(KeyValue.init(parsing:)).dictionary
    }

    var json: JSONNode { ["Segments": .map(segments)] }
}
