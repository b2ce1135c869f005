import JSON

extension Request {
    /// `POST /containers/create`.
    ///
    /// - Parameters:
    ///   - name: nil or empty leaves the choice to the engine.
    ///   - platform: `os[/arch[/variant]]`, from API 1.41 on; nil or empty for the engine's own.
    public static func createContainer(_ body: JSONNode, name: String? = nil, platform: String? = nil) -> Request {
        Request(.post, "containers", "create").adding("name", name == "" ? nil : name)
            .adding("platform", platform == "" ? nil : platform).json(body)
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
