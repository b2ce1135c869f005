import Transport

extension Request {
    /// Fills the front of a buffer with the next bytes of a body and says how many, 0 at its end.
    public typealias BodyReader = (UnsafeMutableRawBufferPointer) throws -> Int

    /// `GET /images/get`: a tar archive of the images with all their layers.
    ///
    /// - Parameter platforms: JSON objects (OCI image specification), one from API 1.48, several from 1.52.
    public static func saveImages(_ names: [String], platforms: [String] = []) -> Request {
        Request(.get, "images", "get").adding("names", each: names).adding("platform", each: platforms)
    }

    /// `POST /images/load`: the body is an archive that `saveImages` made.
    ///
    /// - Parameters:
    ///   - isQuiet: asks for no progress, from API 1.23; nil says nothing of it.
    ///   - platforms: JSON objects (OCI image specification), one from API 1.48, several from 1.52.
    public static func loadImages(
        isQuiet: Bool?, platforms: [String] = [], body: @escaping BodyReader
    ) -> Request {
        Request(.post, "images", "load")
            .adding("quiet", isQuiet.map { $0 ? "1" : "0" })
            .adding("platform", each: platforms)
            .archive(body)
    }

    /// `POST /images/create?fromSrc=`: an image of one layer from a tar archive; the answer is a progress stream.
    ///
    /// - Parameters:
    ///   - source: an address that the engine fetches, or `-` for the body.
    ///   - reference: the image's name; nil leaves it without.
    ///   - changes: instructions of a Dockerfile.
    ///   - platform: `os[/arch[/variant]]`, from API 1.32.
    public static func importImage(
        from source: String, reference: String?, message: String?, changes: [String], platform: String?,
        body: BodyReader?
    ) -> Request {
        let request = Request(.post, "images", "create")
            .adding("fromSrc", source)
            .adding("repo", reference)
            .adding("message", message)
            .adding("changes", each: changes)
            .adding("platform", platform)
        return body.map(request.archive) ?? request
    }

    /// `GET /containers/NAME/export`: a tar archive of the container's files.
    ///
    /// - Throws: `NameError`.
    public static func exportContainer(_ name: String) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "export")
    }

    /// `HEAD /containers/NAME/archive`: facts of a path in a container, from API 1.20; see `ContainerPathFacts`.
    ///
    /// - Throws: `NameError`.
    public static func containerPath(_ path: String, of name: String) throws -> Request {
        Request(.head, "containers", try PathSegment(name: name), "archive").adding("path", path)
    }

    /// `GET /containers/NAME/archive`: a path in a container as a tar archive, from API 1.20.
    ///
    /// - Throws: `NameError`.
    public static func containerArchive(_ path: String, of name: String) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "archive").adding("path", path)
    }

    /// `POST /containers/NAME/copy`: what engines before API 1.20 have in place of `containerArchive`.
    ///
    /// - Throws: `NameError`.
    public static func oldContainerArchive(_ path: String, of name: String) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "copy").json(["Resource": .string(path)])
    }

    /// `PUT /containers/NAME/archive`: unpacks a tar archive in a folder of a container, from API 1.20.
    ///
    /// - Parameter keepsOwners: owners and groups as the archive has them, from API 1.30.
    /// - Throws: `NameError`.
    public static func unpackArchive(
        in folder: String, of name: String, keepsOwners: Bool, body: @escaping BodyReader
    ) throws -> Request {
        Request(.put, "containers", try PathSegment(name: name), "archive")
            .adding("path", folder)
            .adding("noOverwriteDirNonDir", "true")
            .adding("copyUIDGID", keepsOwners ? "true" : nil)
            .archive(body)
    }

    private func archive(_ body: @escaping BodyReader) -> Request {
        var request = header("Content-Type", "application/x-tar")
        request.body = .stream(contentLength: nil, reader: body)
        return request
    }
}
