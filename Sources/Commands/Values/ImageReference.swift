/// An image's name as people write it, taken apart.
struct ImageReference: Equatable {
    /// The registry's host, as written or `docker.io`.
    let domain: String
    /// The repository within the registry: `library/busybox`.
    let path: String
    let tag: String?
    /// `sha256:…`
    let digest: String?

    /// Takes any text; what cannot be a reference comes out again as it went in.
    init(_ text: String) {
        var rest = text[...]
        if let at = rest.firstIndex(of: "@") {
            digest = String(rest[rest.index(after: at)...])
            rest = rest[..<at]
        } else {
            digest = nil
        }
        let lastSlash = rest.lastIndex(of: "/") ?? rest.startIndex
        if let colon = rest[lastSlash...].lastIndex(of: ":") {
            tag = String(rest[rest.index(after: colon)...])
            rest = rest[..<colon]
        } else {
            tag = nil
        }
        let first = rest.prefix { $0 != "/" }
        let isHost = first.contains(".") || first.contains(":") || first == "localhost" || first != first.lowercased()
        if first.endIndex != rest.endIndex, isHost {
            domain = first == "index.docker.io" ? Self.hub : String(first)
            rest = rest[rest.index(after: first.endIndex)...]
        } else {
            domain = Self.hub
        }
        path = domain == Self.hub && !rest.contains("/") ? "library/\(rest)" : String(rest)
    }

    private static let hub = "docker.io"

    /// Without what everybody leaves out: `docker.io/library/busybox` is `busybox`.
    var familiarName: String {
        guard domain == Self.hub else { return "\(domain)/\(path)" }
        return path.hasPrefix("library/") ? String(path.dropFirst("library/".count)) : path
    }

    /// The familiar name with its tag; a digest is left out.
    var familiarWithoutDigest: String { familiarName + (tag.map { ":\($0)" } ?? "") }

    /// The familiar name with its tag and digest.
    var familiar: String { familiarWithoutDigest + (digest.map { "@\($0)" } ?? "") }
}
