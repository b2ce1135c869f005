import Configuration
import EngineAPI
import Transport

extension Engine {
    /// The engine that the flags, the environment and the stored contexts choose, in that order.
    convenience init(session: Session) {
        do {
            let address = try session.engineAddress()
            let endpoint = try Endpoint(parsing: address)
            let dial = session.world.dial
            self.init(
                address: address, host: endpoint.hostHeader, basePath: endpoint.basePath,
                headers: session.headers,
                pin: session.environment.nonEmpty("DOCKER_API_VERSION")
            ) {
                do {
                    return try dial(endpoint)
                } catch let error as TransportError {
                    throw ConnectionFailure(address: address, cause: error)
                }
            }
        } catch {
            // Said when the engine is first needed.
            self.init(address: "", host: "") { throw error }
        }
    }
}

extension Session {
    static let defaultAddress = "unix:///var/run/docker.sock"

    /// `--host`, `--context`, `DOCKER_HOST`, `DOCKER_CONTEXT`, `currentContext`, the default socket.
    func engineAddress() throws -> String {
        if options.hosts.count > 1 { throw Failure("give --host once: only one engine can be used") }
        if options.context != nil, !options.hosts.isEmpty {
            throw Failure("--host and --context choose two engines: give one of them")
        }
        if options.tls || options.tlsVerify == true || environment.has("DOCKER_TLS_VERIFY")
            || environment.has("DOCKER_TLS")
        {
            throw Failure("this tug cannot encrypt its connection to the engine; leave TLS off or use a unix socket")
        }
        if let host = options.hosts.first { return host }
        if let context = options.context { return try address(ofContext: context) }
        if let host = environment.nonEmpty("DOCKER_HOST") { return host }
        if let context = environment.nonEmpty("DOCKER_CONTEXT") ?? config.text("currentContext") {
            return try address(ofContext: context)
        }
        return Self.defaultAddress
    }

    private func address(ofContext name: String) throws -> String {
        if name == "default" { return environment.nonEmpty("DOCKER_HOST") ?? Self.defaultAddress }
        return try folder.contextHost(name)
    }

    /// Who asks, and `HttpHeaders` of the configuration; the ones that the connection itself needs stay ours.
    fileprivate var headers: HTTPHeaders {
        var headers = HTTPHeaders()
        headers.append("User-Agent", "tug/\(Version.number) (linux)")
        let reserved = ["host", "user-agent", "content-length", "transfer-encoding", "connection", "upgrade"]
        for (name, value) in config.map("HttpHeaders") where !reserved.contains(name.lowercased()) {
            headers.append(name, value)
        }
        return headers
    }
}

/// Nobody answers at the engine's address.
struct ConnectionFailure: Error, CustomStringConvertible {
    let address: String
    let cause: TransportError

    var description: String {
        guard case .cannotConnect(_, let reason) = cause else {
            return "Cannot connect to the Docker daemon at \(address): \(cause)"
        }
        let advice =
            switch reason {
            case .permissionDenied: "use sudo, or join the group that owns the socket"
            case .noSuchFile, .refused: "is the engine running there? --host or DOCKER_HOST choose another"
            default: "is the address right? --host or DOCKER_HOST choose another"
            }
        return "Cannot connect to the Docker daemon at \(address): \(reason); \(advice)"
    }
}
