extension Request {
    /// `GET /version`.
    public static var version: Request { Request(.get, "version") }

    /// `GET /info`.
    public static var info: Request { Request(.get, "info") }

    /// `GET /events`: past events from `since` on, then those to come, up to `until`.
    ///
    /// - Parameters:
    ///   - since: unix seconds, from API 1.22 on with a fraction.
    ///   - until: the same.
    ///   - filters: the wire form of the filters.
    public static func events(since: String? = nil, until: String? = nil, filters: String? = nil) -> Request {
        Request(.get, "events").adding("since", since).adding("until", until).adding("filters", filters)
    }

    /// `GET /system/df`, from API 1.25.
    ///
    /// - Parameter verbose: asks for the things and not only for sums, from API 1.52; before, they always come.
    public static func diskUsage(verbose: Bool) -> Request {
        Request(.get, "system", "df").adding("verbose", if: verbose)
    }
}
