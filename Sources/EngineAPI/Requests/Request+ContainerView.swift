extension Request {
    /// `GET /containers/NAME/top`.
    ///
    /// - Parameter options: of the engine's `ps`; none leaves them to the engine.
    /// - Throws: `NameError`.
    public static func topContainer(_ name: String, options: [String] = []) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "top")
            .adding("ps_args", options.isEmpty ? nil : options.joined(separator: " "))
    }

    /// `GET /containers/NAME/changes`.
    public static func containerChanges(_ name: String) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "changes")
    }

    /// `GET /containers/NAME/stats`: JSON objects, about one a second.
    ///
    /// - Parameter goesOn: whether more than one sample is sent; before API 1.19 there is no end.
    public static func containerStats(_ name: String, goesOn: Bool) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "stats").adding("stream", goesOn ? "1" : "0")
    }
}
