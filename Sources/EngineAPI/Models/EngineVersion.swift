import JSON

/// `GET /version`.
public struct EngineVersion: Sendable {
    /// The answer; where no component is called `Engine`, as before API 1.35 and on Podman, it has one more.
    public let json: JSONValue

    /// - Parameter dateText: how the date of the engine's build is shown among its details.
    public init(_ document: JSONDocument, dateText: (String) -> String) {
        let sent = document.root
        var components = sent.list("Components").map { JSONNode($0) }
        if !components.contains(where: { $0["Name"] == "Engine" }) { components.append(Self.engine(of: sent)) }
        for index in components.indices where components[index]["Name"] == "Engine" {
            guard case .string(let date)? = components[index]["Details"]?["BuildTime"] else { continue }
            components[index]["Details"]?["BuildTime"] = .string(dateText(date))
        }
        let whole = JSONNode(sent).merging(["Components": .array(components)])
        json = (try? JSONDocument(whole.bytes))?.root ?? sent
    }

    public var platform: String { json["Platform"]?.text("Name") ?? "" }
    public var components: [Component] { json.list("Components").map(Component.init) }

    /// One program that the engine is made of.
    public struct Component: Sendable {
        public let name: String
        public let version: String
        /// Sorted by name.
        public let details: [(key: String, value: String)]

        init(_ json: JSONValue) {
            name = json.text("Name")
            version = json.text("Version")
            let members = json["Details"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
            details = members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        }

        public func detail(_ key: String) -> String { details.first { $0.key == key }?.value ?? "" }
    }

    private static func engine(of sent: JSONValue) -> JSONNode {
        var details: JSONNode = [:]
        for key in [
            "ApiVersion", "Arch", "BuildTime", "GitCommit", "GoVersion", "KernelVersion", "MinAPIVersion", "Os",
        ] {
            if let text = sent[key]?.string { details[key] = .string(text) }
        }
        details["Experimental"] = .string(sent.flag("Experimental") ? "true" : "false")
        return ["Name": "Engine", "Version": .string(sent.text("Version")), "Details": details]
    }
}
