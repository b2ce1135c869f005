extension Request {
    /// `GET /containers/json`.
    ///
    /// - Parameters:
    ///   - limit: at most this many, the newest, running or not.
    ///   - before, since: containers, for engines below API 1.22; those above have filters for it.
    ///   - filters: the wire form of the filters.
    public static func listContainers(
        all: Bool = false, limit: Int? = nil, size: Bool = false, before: String? = nil, since: String? = nil,
        filters: String? = nil
    ) -> Request {
        Request(.get, "containers", "json")
            .adding("all", if: all)
            .adding("limit", limit.map(String.init))
            .adding("size", if: size)
            .adding("before", before)
            .adding("since", since)
            .adding("filters", filters)
    }

    /// `GET /containers/NAME/json`.
    ///
    /// - Parameter size: adds `SizeRw` and `SizeRootFs`, which take the engine a while.
    /// - Throws: `NameError`.
    public static func inspectContainer(_ name: String, size: Bool = false) throws -> Request {
        Request(.get, "containers", try PathSegment(name: name), "json").adding("size", if: size)
    }
}
