import JSON

/// One message of `GET /events`.
///
/// Engines before API 1.22 send only `status`, `id`, `from` and `time`, those from 1.52 on none of the first three:
/// each shape is read as the whole.
public struct EventMessage: Sendable {
    /// The message with the members of both shapes.
    public let json: JSONValue
    /// Whether it came in the shape of before API 1.22.
    public let isOld: Bool

    public init(_ document: JSONDocument) {
        let sent = document.root
        isOld = sent["Action"] == nil && sent["status"] != nil
        let added = isOld ? Self.newMembers(of: sent) : Self.oldMembers(of: sent)
        let whole = added.flatMap { try? JSONDocument(JSONNode(sent).merging($0).bytes) }
        json = whole?.root ?? sent
    }

    public var type: String { json.text("Type") }
    public var action: String { json.text("Action") }
    public var actorID: String { json["Actor"]?.text("ID") ?? "" }
    /// The image of a container's event, from any engine.
    public var image: String { json.text("from") }
    public var scope: String { json.text("scope") }
    /// Seconds since 1970.
    public var seconds: Int { json.integer("time") }
    /// Nanoseconds since 1970, from API 1.21; 0 where the engine sends none.
    public var nanoseconds: Int { json.integer("timeNano") }

    public var attributes: [(key: String, value: String)] {
        (json.at("Actor", "Attributes")?.members.map { ($0.key, $0.value.string ?? "") } ?? [])
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private static func newMembers(of sent: JSONValue) -> JSONNode? {
        let image = sent.text("from")
        let attributes: JSONNode = image.isEmpty ? [:] : ["image": .string(image)]
        return [
            "Type": .string(image.isEmpty ? "image" : "container"), "Action": .string(sent.text("status")),
            "Actor": ["ID": .string(sent.text("id")), "Attributes": attributes],
        ]
    }

    /// Only events of containers and images ever had the old members.
    private static func oldMembers(of sent: JSONValue) -> JSONNode? {
        guard sent["status"] == nil, ["container", "image"].contains(sent.text("Type")) else { return nil }
        let image = sent.at("Actor", "Attributes", "image")?.string ?? ""
        let members: JSONNode = [
            "status": .string(sent.text("Action")), "id": .string(sent["Actor"]?.text("ID") ?? ""),
        ]
        return image.isEmpty ? members : members.merging(["from": .string(image)])
    }
}
