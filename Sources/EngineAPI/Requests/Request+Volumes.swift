import JSON

extension Request {
    /// `GET /volumes`, from API 1.21.
    ///
    /// - Parameter filters: their wire form.
    public static func listVolumes(filters: String? = nil) -> Request {
        Request(.get, "volumes").adding("filters", filters)
    }

    /// `POST /volumes/create`.
    public static func createVolume(_ body: JSONNode) -> Request { Request(.post, "volumes", "create").json(body) }

    /// `PUT /volumes/NAME`, from API 1.42, for cluster volumes.
    ///
    /// - Parameter version: of the volume as it was read; the engine refuses an older one.
    /// - Throws: `NameError`.
    public static func updateVolume(_ name: String, version: Int, spec: JSONNode) throws -> Request {
        Request(.put, "volumes", try PathSegment(name: name)).adding("version", String(version)).json(["Spec": spec])
    }

    /// `DELETE /volumes/NAME`.
    ///
    /// - Parameter force: even where its plugin is gone, from API 1.25.
    /// - Throws: `NameError`.
    public static func removeVolume(_ name: String, force: Bool) throws -> Request {
        Request(.delete, "volumes", try PathSegment(name: name)).adding("force", if: force)
    }
}
