/// The address of an engine.
public enum Endpoint: Equatable, Sendable {
    /// A socket of this machine; a leading `@` names an abstract one.
    case unix(path: String)
    /// `basePath` is empty or begins with `/` and does not end with one; it goes in front of every request's path.
    case tcp(host: String, port: UInt16, basePath: String, tls: Bool)
    /// An engine behind `ssh`, reached by its `docker system dial-stdio`.
    case ssh(SSHDestination)

    /// Where `ssh` leads.
    public struct SSHDestination: Equatable, Sendable {
        public var user: String?
        public var host: String
        public var port: UInt16?
        /// The engine's socket over there, if it is not the usual one.
        public var socketPath: String?

        public init(user: String? = nil, host: String, port: UInt16? = nil, socketPath: String? = nil) {
            self.user = user
            self.host = host
            self.port = port
            self.socketPath = socketPath
        }
    }

    /// What an engine on this machine listens at.
    public static let local = Endpoint.unix(path: "/var/run/docker.sock")

    /// The `Host` header for requests to this address; sockets and pipes have none of their own.
    public var hostHeader: String {
        switch self {
        case .unix: "api.moby.localhost"
        case .tcp(let host, let port, _, _): Self.authority(host, port)
        case .ssh: "docker.example.com"
        }
    }

    /// What goes in front of every request's path.
    public var basePath: String {
        if case .tcp(_, _, let basePath, _) = self { basePath } else { "" }
    }

    private static func authority(_ host: String, _ port: UInt16?) -> String {
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        return port.map { "\(name):\($0)" } ?? name
    }
}

extension Endpoint: CustomStringConvertible {
    /// The address as the user would write it.
    public var description: String {
        switch self {
        case .unix(let path): "unix://\(path)"
        case .tcp(let host, let port, let basePath, _): "tcp://\(Self.authority(host, port))\(basePath)"
        case .ssh(let to):
            "ssh://\(to.user.map { $0 + "@" } ?? "")\(Self.authority(to.host, to.port))\(to.socketPath ?? "")"
        }
    }
}
