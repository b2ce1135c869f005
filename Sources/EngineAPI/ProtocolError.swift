import JSON

/// An answer that is no answer to what was asked, or no engine that we can speak to.
public enum ProtocolError: Error, Equatable, CustomStringConvertible {
    /// 3xx: an engine sends none for a well-formed request; `location` is the header's text.
    case redirect(target: String, location: String)
    case unexpectedStatus(Int, target: String)
    case malformed(target: String, JSONError)
    /// The body ended early.
    case cut(target: String)
    case noList(target: String)
    case tooLarge(target: String, limit: Int)
    /// The engine's newest version is below our oldest.
    case engineTooOld(APIVersion)
    /// Neither `_ping` nor `/version` told the version.
    case noVersion
    /// The environment's version is not of the form 1.41, or outside what we speak.
    case badPin(String)
    case noUpgrade(status: Int)
    /// An id in an answer that must not be used in a path.
    case badIdentifier(String)

    public var description: String {
        switch self {
        case .redirect(let target, let location):
            "the engine redirected \(target) to \(location.debugDescription); redirects are not followed"
        case .unexpectedStatus(let status, let target): "unexpected status \(status) in the answer to \(target)"
        case .malformed(let target, let error): "malformed answer to \(target): \(error)"
        case .cut(let target): "the answer to \(target) was cut off: unexpected end of data"
        case .noList(let target): "malformed answer to \(target): it is no list"
        case .tooLarge(let target, let limit): "the answer to \(target) is larger than \(limit >> 20) MiB"
        case .engineTooOld(let version):
            "the engine speaks API \(version) at most\(version.release.map { " (Docker \($0))" } ?? ""); "
                + "the oldest that tug speaks is \(APIVersion.oldest) (Docker \(APIVersion.oldest.release ?? "")): "
                + "upgrade the engine"
        case .noVersion: "the engine does not tell its API version; set DOCKER_API_VERSION to go on without knowing"
        case .badPin(let text):
            "invalid DOCKER_API_VERSION \(text.debugDescription): a version from \(APIVersion.oldest) to "
                + "\(APIVersion.newest) is needed, like 1.41"
        case .noUpgrade(let status): "the engine did not hand over the connection (status \(status))"
        case .badIdentifier(let text): "the engine sent an unusable id: \(text.prefix(80).debugDescription)"
        }
    }
}
