import JSON

/// One element of `GET /images/json`, read leniently: what is missing or of another type is neutral.
public struct ImageSummary: Sendable {
    public let json: JSONValue
    /// `repository:tag`; the `<none>:<none>` of engines before API 1.43 is left out.
    public let tags: [String]
    /// `repository@sha256:…`; the `<none>@<none>` of engines before API 1.43 is left out.
    public let digests: [String]

    public init(_ json: JSONValue) {
        let digests = json.strings("RepoDigests").filter { $0 != "<none>@<none>" }
        self.init(json: json, tags: json.strings("RepoTags").filter { $0 != "<none>:<none>" }, digests: digests)
    }

    private init(json: JSONValue, tags: [String], digests: [String]) {
        self.json = json
        self.tags = tags
        self.digests = digests
    }

    /// The same image under fewer names.
    public func keeping(tags: [String], digests: [String]) -> ImageSummary {
        ImageSummary(json: json, tags: tags, digests: digests)
    }

    public var id: String { json.text("Id") }
    /// Seconds since 1970.
    public var created: Int { json.integer("Created") }
    /// Bytes, those of all layers: engines before 1.22 tell that as `VirtualSize`, and the last layer's as `Size`.
    public var size: Int { max(json.integer("Size"), json.integer("VirtualSize")) }
    /// Bytes shared with other images; -1 when not told.
    public var sharedSize: Int { json["SharedSize"]?.int ?? -1 }
    /// How many containers use it; -1 when not told.
    public var containers: Int { json["Containers"]?.int ?? -1 }

    public var labels: [String: String] {
        var labels: [String: String] = [:]
        guard let members = json["Labels"]?.members else { return labels }
        for (key, value) in members { labels[key] = value.string ?? "" }
        return labels
    }
}
