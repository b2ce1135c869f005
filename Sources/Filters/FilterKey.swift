/// One key of a listing's `--filter`.
public struct FilterKey: Sendable {
    public let name: String
    /// N of the first API version 1.N whose engines know the key.
    public let since: Int
    public let value: FilterValue
    public let match: FilterMatch
    /// Whether engines refuse a second value.
    public let isSingle: Bool

    public init(_ name: String, since: Int, _ match: FilterMatch, _ value: FilterValue = .free, isSingle: Bool = false)
    {
        self.name = name
        self.since = since
        self.match = match
        self.value = value
        self.isSingle = isSingle
    }
}
