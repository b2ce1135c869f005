import JSON

extension Request {
    /// `GET /networks`, from API 1.21.
    ///
    /// - Parameter filters: their wire form.
    public static func listNetworks(filters: String? = nil) -> Request {
        Request(.get, "networks").adding("filters", filters)
    }

    /// `POST /networks/create`.
    public static func createNetwork(_ body: JSONNode) -> Request { Request(.post, "networks", "create").json(body) }

    /// `POST /networks/NAME/disconnect`.
    ///
    /// - Parameter force: even where the container is gone, from API 1.22.
    /// - Throws: `NameError`.
    public static func leaveNetwork(_ network: String, container: String, force: Bool) throws -> Request {
        Request(.post, "networks", try PathSegment(name: network), "disconnect")
            .json(["Container": .string(container), "Force": .bool(force)])
    }

    /// `DELETE /networks/NAME`.
    ///
    /// - Throws: `NameError`.
    public static func removeNetwork(_ name: String) throws -> Request {
        Request(.delete, "networks", try PathSegment(name: name))
    }
}
