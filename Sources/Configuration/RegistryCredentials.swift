import JSON

/// What a registry is told about who asks.
public struct RegistryCredentials: Equatable, Sendable {
    public var username = ""
    public var password = ""
    /// Stands in place of a password where the registry handed one out.
    public var identityToken = ""
    /// Sent to the registry as it is.
    public var registryToken = ""
    /// The key under which they are kept: a host, or the address of Docker Hub's index.
    public var serverAddress = ""

    public init() {}

    /// The value of `X-Registry-Auth` for a request without credentials: `{}`.
    public static let anonymousHeader = "e30="

    /// The value of `X-Registry-Auth`: URL-safe base64 with padding (older engines insist on it) of a JSON object.
    public var header: String { Base64.urlSafe(json.bytes) }

    /// The object of `X-Registry-Auth`, of an entry in `X-Registry-Config`, and of `POST /auth`.
    public var json: JSONNode {
        let members = [
            ("username", username), ("password", password), ("serveraddress", serverAddress),
            ("identitytoken", identityToken), ("registrytoken", registryToken),
        ]
        return .object(members.filter { !$0.1.isEmpty }.map { JSONMember($0.0, .string($0.1)) })
    }

    /// Reads an entry of `auths`; nil for one that holds no credentials, as the marks of a helper's logins.
    init?(entry: JSONValue, key: String) {
        username = entry.text("username")
        password = entry.text("password")
        identityToken = entry.text("identitytoken")
        registryToken = entry.text("registrytoken")
        serverAddress = key
        if let pair = Base64.decode(entry.text("auth")), let colon = pair.firstIndex(of: UInt8(ascii: ":")) {
            username = String(decoding: pair[..<colon], as: UTF8.self)
            var secret = pair[(colon + 1)...]
            while secret.last == 0 { secret.removeLast() }
            password = String(decoding: secret, as: UTF8.self)
        }
        if !identityToken.isEmpty { password = "" }
        if username.isEmpty && identityToken.isEmpty && registryToken.isEmpty { return nil }
    }

    /// The key under which the credentials of an image's registry are kept.
    ///
    /// - Parameter domain: the first part of a full image reference, `docker.io` for Docker Hub.
    public static func key(ofDomain domain: String) -> String {
        domain == "docker.io" || domain == "index.docker.io" ? hub : domain
    }

    /// The key of Docker Hub.
    public static let hub = "https://index.docker.io/v1/"

    /// The key for a server as people write it: a host, or an address of which only the host counts.
    public static func key(ofServer text: String) -> String {
        var rest = text[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        return key(ofDomain: String(rest.prefix { $0 != "/" }))
    }
}
