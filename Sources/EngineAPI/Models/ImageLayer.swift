import JSON

/// One element of `GET /images/NAME/history`, read leniently.
public struct ImageLayer: Sendable {
    public let json: JSONValue

    public init(_ json: JSONValue) { self.json = json }

    /// `<missing>` for a layer whose image is not here.
    public var id: String { json.text("Id") }
    /// Seconds since 1970.
    public var created: Int { json.integer("Created") }
    public var createdBy: String { json.text("CreatedBy") }
    /// Bytes.
    public var size: Int { json.integer("Size") }
    public var comment: String { json.text("Comment") }
}
