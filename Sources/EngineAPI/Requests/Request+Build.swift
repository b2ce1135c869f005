import Transport

extension Request {
    /// `POST /build`: builds an image; the answer is a progress stream.
    ///
    /// - Parameters:
    ///   - registries: the value of `X-Registry-Config`; nil without credentials.
    ///   - context: fills the front of a buffer with the next bytes of a tar archive, packed or not, and says how
    ///     many; 0 at the end.
    public static func buildImage(
        _ settings: BuildSettings, registries: String?, context: @escaping (UnsafeMutableRawBufferPointer) throws -> Int
    ) -> Request {
        var request = Request(.post, "build", query: settings.query)
            .header("Content-Type", "application/x-tar")
        if let registries { request = request.header("X-Registry-Config", registries) }
        request.body = .stream(contentLength: nil, reader: context)
        return request
    }
}
