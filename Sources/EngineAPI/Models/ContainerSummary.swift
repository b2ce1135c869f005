import JSON

/// One element of `GET /containers/json`, read leniently: what is missing or of another type is neutral.
public struct ContainerSummary: Sendable {
    public let json: JSONValue

    public init(_ json: JSONValue) { self.json = json }

    public var id: String { json.text("Id") }
    public var names: [String] { json.strings("Names") }
    public var image: String { json.text("Image") }
    /// From API 1.21.
    public var imageID: String { json.text("ImageID") }
    public var command: String { json.text("Command") }
    /// Seconds since 1970.
    public var created: Int { json.integer("Created") }
    /// From API 1.23.
    public var state: String { json.text("State") }
    public var status: String { json.text("Status") }
    public var sizeRw: Int { json.integer("SizeRw") }
    public var sizeRootFs: Int { json.integer("SizeRootFs") }
    public var ports: [PortMapping] { json.list("Ports").map(PortMapping.init) }
    public var mounts: [JSONValue] { Array(json.list("Mounts")) }
    /// The names of the networks it is in, from API 1.22.
    public var networks: [String] { json.at("NetworkSettings", "Networks")?.members.map(\.key) ?? [] }
    /// From API 1.52; the engine's word, nil where it sends none.
    public var health: String? { json.at("Health", "Status")?.string }
    /// From API 1.48: the platform of the image.
    public var platform: JSONValue? { json.at("ImageManifestDescriptor", "platform") }

    /// The value of one label; nil when it is not there.
    public func label(_ name: String) -> String? {
        json["Labels"]?.member(exactly: name).map { $0.string ?? "" }
    }

    public var labels: [String: String] {
        var labels: [String: String] = [:]
        guard let members = json["Labels"]?.members else { return labels }
        for (key, value) in members { labels[key] = value.string ?? "" }
        return labels
    }
}

/// One port of a container, published or only exposed.
public struct PortMapping: Equatable, Sendable {
    public let address: String
    public let privatePort: Int
    /// 0 when the port is not published.
    public let publicPort: Int
    public let proto: String

    init(_ json: JSONValue) {
        address = json.text("IP")
        privatePort = json.integer("PrivatePort")
        publicPort = json.integer("PublicPort")
        proto = json.text("Type")
    }
}
