extension Request {
    /// `POST /containers/NAME/stop`.
    ///
    /// - Parameters:
    ///   - timeout: seconds until the container is killed; nil leaves it to the container, negative waits for ever.
    ///   - signal: what to send first, from API 1.42.
    /// - Throws: `NameError`.
    public static func stopContainer(_ name: String, timeout: Int? = nil, signal: String? = nil) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "stop")
            .adding("signal", signal)
            .adding("t", timeout.map(String.init))
    }

    /// `POST /containers/NAME/restart`; the parameters are those of `stopContainer`.
    public static func restartContainer(_ name: String, timeout: Int? = nil, signal: String? = nil) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "restart")
            .adding("signal", signal)
            .adding("t", timeout.map(String.init))
    }

    /// `POST /containers/NAME/kill`; without a signal the engine sends KILL.
    public static func killContainer(_ name: String, signal: String? = nil) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "kill").adding("signal", signal)
    }

    /// `POST /containers/NAME/pause`.
    public static func pauseContainer(_ name: String) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "pause")
    }

    /// `POST /containers/NAME/unpause`.
    public static func unpauseContainer(_ name: String) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "unpause")
    }

    /// `POST /containers/NAME/rename`.
    public static func renameContainer(_ name: String, to newName: String) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "rename").adding("name", newName)
    }

    /// `DELETE /containers/NAME`.
    ///
    /// - Parameters:
    ///   - link: the name is a link's, `/web/db`, and only the link goes.
    ///   - volumes: its anonymous volumes go too.
    public static func removeContainer(
        _ name: String, force: Bool = false, link: Bool = false, volumes: Bool = false
    ) throws -> Request {
        Request(.delete, "containers", try link ? PathSegment(link: name) : PathSegment(name: name))
            .adding("force", if: force)
            .adding("link", if: link)
            .adding("v", if: volumes)
    }
}

extension PathSegment {
    /// The name of a link: a container's name and an alias, with a slash between them.
    fileprivate init(link name: String) throws(NameError) {
        try self.init(image: name.first == "/" ? String(name.dropFirst()) : name)
    }
}
