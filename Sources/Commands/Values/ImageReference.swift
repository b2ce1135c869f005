/// An image's name as people write it, taken apart.
///
/// Its parts are places in the bytes: a list of thousands of containers reads as many references.
struct ImageReference {
    private let bytes: [UInt8]
    /// Behind the host and its slash, where one was written.
    private let pathStart: Int
    private let pathEnd: Int
    /// Where the digest's `@` is, or the end.
    private let tagEnd: Int
    private let isOnHub: Bool

    /// Takes any text; what cannot be a reference comes out again as it went in.
    init(_ text: String) {
        bytes = Array(text.utf8)
        tagEnd = bytes.firstIndex(of: UInt8(ascii: "@")) ?? bytes.endIndex
        let name = bytes[..<tagEnd]
        let lastSlash = name.lastIndex(of: UInt8(ascii: "/")) ?? 0
        pathEnd = name[lastSlash...].lastIndex(of: UInt8(ascii: ":")) ?? tagEnd
        if let slash = bytes[..<pathEnd].firstIndex(of: UInt8(ascii: "/")), Self.isHost(bytes[..<slash]) {
            pathStart = slash + 1
            let host = bytes[..<slash]
            isOnHub = host.elementsEqual(Self.hub.utf8) || host.elementsEqual("index.docker.io".utf8)
        } else {
            pathStart = 0
            isOnHub = true
        }
    }

    /// What stands before the first slash is a host when it could not be a repository.
    private static func isHost(_ part: ArraySlice<UInt8>) -> Bool {
        part.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || (0x41...0x5a).contains($0) }
            || part.elementsEqual("localhost".utf8)
    }

    private static let hub = "docker.io"
    private static let official = "library/"

    /// The registry's host, as written or `docker.io`.
    var domain: String { isOnHub ? Self.hub : text(0..<pathStart - 1) }

    /// The repository within the registry: `library/busybox`.
    var path: String {
        let path = text(pathStart..<pathEnd)
        return isOnHub && !path.utf8.contains(UInt8(ascii: "/")) ? Self.official + path : path
    }

    var tag: String? { pathEnd < tagEnd ? text(pathEnd + 1..<tagEnd) : nil }

    /// `sha256:…`
    var digest: String? { tagEnd < bytes.endIndex ? text(tagEnd + 1..<bytes.endIndex) : nil }

    /// Without what everybody leaves out: `docker.io/library/busybox` is `busybox`.
    var familiarName: String { text(familiarStart..<pathEnd) }

    /// The familiar name with its tag; a digest is left out.
    var familiarWithoutDigest: String { text(familiarStart..<tagEnd) }

    /// As services are shown: familiar and without the digest where there is a tag, else as it is.
    static func withoutDigest(_ text: String) -> String {
        let reference = ImageReference(text)
        return reference.tag == nil ? text : reference.familiarWithoutDigest
    }

    /// The familiar name with its tag and digest.
    var familiar: String { text(familiarStart..<bytes.endIndex) }

    private var familiarStart: Int {
        guard isOnHub else { return 0 }
        let isOfficial = bytes[pathStart..<pathEnd].starts(with: Self.official.utf8)
        return isOfficial ? pathStart + Self.official.utf8.count : pathStart
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
