import JSON

/// The members of a container that engines have moved about, brought to where templates look for them.
///
/// Engines below API 1.20 tell mounts as two maps, below 1.21 know no `Networks` and no `Status` and tell the driver of
/// volumes elsewhere; from 1.52 on the default network's addresses stand only in `Networks`.
struct ContainerShape {
    private let json: JSONValue

    init(_ json: JSONValue) { self.json = json }

    /// The container with the missing members; itself when there are none.
    var completed: JSONValue {
        var node = JSONNode.null
        if let networks = missingNetworks { node["NetworkSettings"] = ["Networks": networks] }
        if let addresses = missingAddresses { node["NetworkSettings"] = addresses }
        if let status = missingStatus { node["State"] = ["Status": .string(status)] }
        if let mounts = missingMounts { node["Mounts"] = mounts }
        if let driver = missingDriver { node["HostConfig"] = ["VolumeDriver": .string(driver)] }
        guard case .object(let added) = node else { return json }
        var whole = JSONNode(json)
        for member in added { whole[member.key] = whole[member.key]?.merging(member.value) ?? member.value }
        return (try? JSONDocument(whole.bytes).root) ?? json
    }

    private static let addressKeys = [
        "EndpointID", "Gateway", "GlobalIPv6Address", "GlobalIPv6PrefixLen", "IPAddress", "IPPrefixLen", "IPv6Gateway",
        "MacAddress",
    ]

    private var settings: JSONValue? { json["NetworkSettings"].flatMap { $0.kind == .object ? $0 : nil } }

    /// One network made of the flat members.
    private var missingNetworks: JSONNode? {
        guard let settings, settings["Networks"] == nil, settings["IPAddress"] != nil else { return nil }
        let mode = json["HostConfig"]?.text("NetworkMode") ?? ""
        if mode.hasPrefix("container:") { return .object([]) }
        let name = mode.isEmpty || mode == "default" ? "bridge" : mode
        return .object([JSONMember(name, Self.addresses(settings))])
    }

    /// The flat members, taken from the default network.
    private var missingAddresses: JSONNode? {
        guard let settings, settings["IPAddress"] == nil, let networks = settings["Networks"], !networks.isNull
        else { return nil }
        return networks["bridge"].map(Self.addresses) ?? Self.noAddresses
    }

    private static func addresses(_ network: JSONValue) -> JSONNode {
        .object(addressKeys.compactMap { key in network[key].map { JSONMember(key, JSONNode($0)) } })
    }

    private static let noAddresses = JSONNode.object(
        addressKeys.map { JSONMember($0, $0.hasSuffix("Len") ? .int(0) : .string("")) })

    private var missingStatus: String? {
        guard let state = json["State"], state.kind == .object, state["Status"] == nil else { return nil }
        if state.flag("Running") {
            return state.flag("Paused") ? "paused" : state.flag("Restarting") ? "restarting" : "running"
        }
        if state.flag("Dead") { return "dead" }
        return state.text("StartedAt").hasPrefix("0001-") ? "created" : "exited"
    }

    private var missingDriver: String? {
        guard let settings = json["HostConfig"], settings.kind == .object, settings["VolumeDriver"] == nil else {
            return nil
        }
        let driver = json["Config"]?.text("VolumeDriver") ?? ""
        return driver.isEmpty ? nil : driver
    }

    private var missingMounts: JSONNode? {
        guard json["Mounts"] == nil, let volumes = json["Volumes"] else { return nil }
        let writable = json["VolumesRW"]
        return .array(
            volumes.members.map { destination, source in
                let isWritable = writable?.flag(destination) ?? true
                return .object([
                    JSONMember("Source", .string(source.string ?? "")),
                    JSONMember("Destination", .string(destination)),
                    JSONMember("Mode", .string("")),
                    JSONMember("RW", .bool(isWritable)),
                ])
            })
    }
}
