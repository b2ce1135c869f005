extension Request {
    /// `GET /containers/{name}/json` and its like for the other kinds.
    ///
    /// - Throws: `NameError` for a name that no object of the kind can have.
    public static func inspect(_ kind: ObjectKind, _ name: String) throws(NameError) -> Request {
        switch kind {
        case .container: Request(.get, "containers", try PathSegment(name: name), "json")
        case .image: Request(.get, "images", try PathSegment(image: name), "json")
        case .network: Request(.get, "networks", try PathSegment(name: name))
        case .volume: Request(.get, "volumes", try PathSegment(name: name))
        case .service: Request(.get, "services", try PathSegment(name: name))
        case .task: Request(.get, "tasks", try PathSegment(name: name))
        case .node: Request(.get, "nodes", try PathSegment(name: name))
        case .plugin: Request(.get, "plugins", try PathSegment(image: name), "json")
        case .secret: Request(.get, "secrets", try PathSegment(name: name))
        case .config: Request(.get, "configs", try PathSegment(name: name))
        }
    }
}
