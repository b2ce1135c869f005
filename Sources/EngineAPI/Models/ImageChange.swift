import JSON

/// What became of an image or one of its names: an element of the answers to removal and prune.
public enum ImageChange: Equatable, Sendable {
    case untagged(String)
    case deleted(String)

    public init(_ json: JSONValue) {
        let id = json.text("Deleted")
        self = id.isEmpty ? .untagged(json.text("Untagged")) : .deleted(id)
    }
}
