import JSON

extension Request {
    /// `POST /containers/create`.
    ///
    /// - Parameter platform: `os[/arch[/variant]]`, from API 1.41 on.
    public static func createContainer(_ body: JSONNode, name: String? = nil, platform: String? = nil) -> Request {
        Request(.post, "containers", "create").adding("name", name).adding("platform", platform).json(body)
    }

    /// `POST /networks/NAME/connect`, for a container that has just been made.
    public static func joinNetwork(_ network: PathSegment, container: String, endpoint: JSONNode) -> Request {
        Request(.post, "networks", network, "connect")
            .json(["Container": .string(container), "EndpointConfig": endpoint])
    }

    /// `DELETE /containers/ID` with its anonymous volumes, for a container that could not be completed.
    public static func undoCreation(of container: PathSegment) -> Request {
        Request(.delete, "containers", container, query: [("v", "1"), ("force", "1")])
    }
}
