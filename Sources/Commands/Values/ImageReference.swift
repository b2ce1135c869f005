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
    ///
    /// Works on bytes: a list of thousands of containers reads as many references.
    init(_ text: String) {
        var rest = text.utf8[...]
        if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
            digest = String(rest[at...].dropFirst())
            rest = rest[..<at]
        } else {
            digest = nil
        }
        let lastSlash = rest.lastIndex(of: UInt8(ascii: "/")) ?? rest.startIndex
        if let colon = rest[lastSlash...].lastIndex(of: UInt8(ascii: ":")) {
            tag = String(rest[colon...].dropFirst())
            rest = rest[..<colon]
        } else {
            tag = nil
        }
        let slash = rest.firstIndex(of: UInt8(ascii: "/"))
        if let slash, Self.isHost(rest[..<slash]) {
            let host = String(rest[..<slash]) ?? ""
            domain = host == "index.docker.io" ? Self.hub : host
            rest = rest[slash...].dropFirst()
        } else {
            domain = Self.hub
        }
        let remainder = String(rest) ?? ""
        path = domain == Self.hub && !rest.contains(UInt8(ascii: "/")) ? "library/\(remainder)" : remainder
    }

    /// What stands before the first slash is a host when it could not be a repository.
    private static func isHost(_ part: Substring.UTF8View) -> Bool {
        part.contains { [UInt8(ascii: "."), UInt8(ascii: ":")].contains($0) || (0x41...0x5a).contains($0) }
            || part.elementsEqual("localhost".utf8)
    }

    private static let hub = "docker.io"
    private static let official = "library/".utf8

    /// Without what everybody leaves out: `docker.io/library/busybox` is `busybox`.
    var familiarName: String {
        guard domain == Self.hub else { return "\(domain)/\(path)" }
        return path.utf8.starts(with: Self.official) ? String(path.utf8.dropFirst(Self.official.count)) ?? path : path
    }

    /// The familiar name with its tag; a digest is left out.
    var familiarWithoutDigest: String { familiarName + (tag.map { ":\($0)" } ?? "") }

    /// The familiar name with its tag and digest.
    var familiar: String { familiarWithoutDigest + (digest.map { "@\($0)" } ?? "") }
}
