import JSON

/// A plugin as `GET /plugins` and `GET /plugins/NAME/json` tell it, read leniently.
public struct PluginSummary: Sendable {
    public let json: JSONValue

    public init(_ json: JSONValue) { self.json = json }

    public var id: String { json.text("Id") }
    /// Its name here, with its tag.
    public var name: String { json.text("Name") }
    /// The whole name of what it was pulled from, from API 1.26.
    public var reference: String { json.text("PluginReference") }
    public var isEnabled: Bool { json.flag("Enabled") }
    public var description: String { json["Config"]?.text("Description") ?? "" }

    /// What it can do: the middle of interface types like `docker.volumedriver/1.0`.
    public var capabilities: [String] {
        let types = json.at("Config", "Interface")?.strings("Types") ?? []
        return types.compactMap { type in
            let word = type.prefix { $0 != "/" }
            return word.firstIndex(of: ".").map { String(word[word.index(after: $0)...]) }
        }
    }
}

/// One thing that a plugin asks to be allowed.
public struct PluginPrivilege: Equatable, Sendable {
    public let name: String
    public let values: [String]

    public init(_ json: JSONValue) {
        name = json.text("Name")
        values = json.strings("Value")
    }
}
