import JSON

/// `GET /version`.
public struct EngineVersion {
    public let platform: String
    /// The programs that the engine is made of. One of them is called `Engine`, also where none was sent: before API
    /// 1.35 and on Podman.
    public let components: [Component]
    private let sent: JSONValue

    /// - Parameter dateText: how the date of the engine's build is shown among its details.
    public init(_ document: JSONDocument, dateText: (String) -> String) {
        sent = document.root
        platform = sent["Platform"]?.text("Name") ?? ""
        let listed = sent.list("Components").map { Component($0, dateText) }
        let isComplete = listed.contains(where: \.isEngine)
        components = isComplete ? listed : listed + [Component(engine: sent, dateText)]
    }

    /// The answer with these components in place of its own.
    public var json: JSONValue {
        let whole = JSONNode(sent).merging(["Components": .array(components.map(\.json))])
        return (try? JSONDocument(whole.bytes))?.root ?? sent
    }

    /// One program that the engine is made of.
    public struct Component {
        public let name: String
        public let version: String
        /// Sorted by name.
        public private(set) var details: [(key: String, value: String)] = []

        fileprivate init(_ json: JSONValue, _ dateText: (String) -> String) {
            name = json.text("Name")
            version = json.text("Version")
            if let members = json["Details"]?.members {
                for member in members { add(member.key, member.value.string ?? "", dateText) }
            }
            sort()
        }

        /// The engine itself, from an answer that lists no components.
        fileprivate init(engine json: JSONValue, _ dateText: (String) -> String) {
            name = "Engine"
            version = json.text("Version")
            for key in Self.engineDetails {
                if let text = json[key]?.string { add(key, text, dateText) }
            }
            add("Experimental", json.flag("Experimental") ? "true" : "false", dateText)
            sort()
        }

        private static let engineDetails = [
            "ApiVersion", "Arch", "BuildTime", "GitCommit", "GoVersion", "KernelVersion", "MinAPIVersion", "Os",
        ]

        private mutating func add(_ key: String, _ value: String, _ dateText: (String) -> String) {
            details.append((key, isEngine && key == "BuildTime" ? dateText(value) : value))
        }

        private mutating func sort() { details.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }

        public var isEngine: Bool { name == "Engine" }

        fileprivate var json: JSONNode {
            let details = JSONNode.object(details.map { JSONMember($0.key, .string($0.value)) })
            return ["Name": .string(name), "Version": .string(version), "Details": details]
        }

        public func detail(_ key: String) -> String { details.first { $0.key == key }?.value ?? "" }
    }
}
