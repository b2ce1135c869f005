extension Endpoint {
    /// Opens a connection.
    ///
    /// - Throws: `TransportError.cannotConnect`, or `UnspokenEndpoint` for TLS and ssh.
    public func connect() throws -> any ByteStream {
        switch self {
        case .unix(let path): try UnixStream(path: path)
        case .tcp(let host, let port, _, tls: false): try TCPStream(host: host, port: port)
        case .tcp, .ssh: throw UnspokenEndpoint(endpoint: self)
        }
    }
}

/// An address that is right but needs a way of transport that is not there.
public struct UnspokenEndpoint: Error, Equatable, CustomStringConvertible {
    public let endpoint: Endpoint

    public var description: String {
        if case .ssh = endpoint {
            "\(endpoint): this tug does not connect over ssh; forward the socket with 'ssh -L' and use unix://"
        } else {
            "\(endpoint): this tug does not encrypt its connection to the engine; use unix:// or plain tcp://"
        }
    }
}
