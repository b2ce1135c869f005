import JSON

/// What a path in a container is: the JSON object behind base64 in the header `X-Docker-Container-Path-Stat`.
public struct ContainerPathFacts: Equatable, Sendable {
    /// The header's name.
    public static let header = "X-Docker-Container-Path-Stat"

    public let isFolder: Bool
    public let isLink: Bool
    /// Neither folder nor link, but no regular file either.
    public let isSpecial: Bool
    /// In bytes; what a folder has is the file system's.
    public let size: Int
    /// Where a link leads to; empty for all else.
    public let linkTarget: String

    /// What was learnt of a path by other means.
    public init(isFolder: Bool, isSpecial: Bool) {
        self.isFolder = isFolder
        self.isSpecial = isSpecial
        (isLink, size, linkTarget) = (false, 0, "")
    }

    /// Reads the object; its mode has the bits of Go's `fs.FileMode`, not those of `st_mode`.
    public init(_ json: JSONValue) {
        let mode = json["mode"]?.uint ?? 0
        isFolder = mode & 1 << 31 != 0
        isLink = mode & 1 << 27 != 0
        isSpecial = mode & (1 << 26 | 1 << 25 | 1 << 24 | 1 << 21) != 0
        size = json.integer("size")
        linkTarget = json.text("linkTarget")
    }
}
