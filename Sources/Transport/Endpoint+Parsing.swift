extension Endpoint {
    /// Reads an address as `--host`, `DOCKER_HOST` and contexts give it: `unix://`, `tcp://`, `http://`, `https://`,
    /// `ssh://`, or a bare `host[:port]`, which is TCP.
    ///
    /// `tls` says whether TLS was asked for; it decides the port that is taken when none is given (2376, else 2375).
    public init(parsing text: String, tls: Bool = false) throws(EndpointError) {
        let text = String(text.trimmingBlanks)
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { throw .malformed(text) }
        guard let (scheme, rest) = Self.split(text) else {
            if text.isEmpty, !tls {
                self = .local
            } else {
                self = try Self.tcp(text, scheme: "tcp", tls: tls, port: tls ? 2376 : 2375)
            }
            return
        }
        switch scheme {
        case "unix":
            let path = rest.isEmpty ? "/var/run/docker.sock" : String(rest)
            guard path.utf8.count <= UnixStream.longestPath else {
                throw .unixPathTooLong(path, limit: UnixStream.longestPath)
            }
            self = .unix(path: path)
        case "tcp": self = try Self.tcp(rest, scheme: scheme, tls: tls, port: tls ? 2376 : 2375)
        case "http": self = try Self.tcp(rest, scheme: scheme, tls: tls, port: tls ? 443 : 80)
        case "https": self = try Self.tcp(rest, scheme: scheme, tls: true, port: 443)
        case "ssh": self = .ssh(try SSHDestination(parsing: rest))
        case "npipe": throw .namedPipe
        case "fd": throw .descriptor
        default: throw .unknownScheme(scheme)
        }
    }

    private static func split(_ text: String) -> (scheme: String, rest: Substring)? {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
        return (text[..<colon].lowercased(), text[colon...].dropFirst(3))
    }

    private static func tcp(
        _ rest: some StringProtocol, scheme: String, tls: Bool, port standard: UInt16
    ) throws(EndpointError) -> Endpoint {
        let authority = rest.prefix { $0 != "/" }
        let path = rest[authority.endIndex...]
        for (character, part) in [("@", "user"), ("?", "query"), ("#", "fragment")] as [(Character, String)]
        where rest.contains(character) {
            throw .unwanted(part: part, scheme: scheme)
        }
        // Dot segments would lead requests to other places than the address says.
        guard !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." }) else {
            throw .malformed(String(rest))
        }
        let (host, port) = try hostAndPort(authority)
        var basePath = String(path)
        while basePath.hasSuffix("/") { basePath.removeLast() }
        return .tcp(host: host.isEmpty ? "localhost" : host, port: port ?? standard, basePath: basePath, tls: tls)
    }

    /// `host`, `host:port`, `[v6]`, `[v6]:port`; the host may be empty.
    fileprivate static func hostAndPort(_ text: some StringProtocol) throws(EndpointError) -> (String, UInt16?) {
        let host: Substring
        var rest: Substring
        if text.hasPrefix("[") {
            guard let bracket = text.firstIndex(of: "]") else { throw .malformed(String(text)) }
            host = Substring(text[..<bracket].dropFirst())
            rest = Substring(text[bracket...].dropFirst())
            guard !host.isEmpty, rest.isEmpty || rest.hasPrefix(":") else { throw .malformed(String(text)) }
        } else {
            host = Substring(text.prefix { $0 != ":" })
            rest = Substring(text.dropFirst(host.count))
        }
        guard host.utf8.allSatisfy({ !"/\\\"<>^`{|}".utf8.contains($0) }) else { throw .malformed(String(text)) }
        rest = rest.dropFirst()
        if rest.isEmpty { return (String(host), nil) }
        guard rest.utf8.allSatisfy({ (48...57).contains($0) }), let port = UInt16(rest), port > 0 else {
            throw .invalidPort(String(rest))
        }
        return (String(host), port)
    }
}

extension Endpoint.SSHDestination {
    /// What stands behind `ssh://`: `[user@]host[:port][/socket/path]`.
    fileprivate init(parsing rest: Substring) throws(EndpointError) {
        if rest.contains("?") { throw .unwanted(part: "query", scheme: "ssh") }
        if rest.contains("#") { throw .unwanted(part: "fragment", scheme: "ssh") }
        var authority = rest.prefix { $0 != "/" }
        let path = rest[authority.endIndex...]
        if let at = authority.lastIndex(of: "@") {
            let user = authority[..<at]
            if user.contains(":") { throw .unwanted(part: "password", scheme: "ssh") }
            // An empty -l or one that begins with a dash would not be read as a user name.
            guard !user.isEmpty else { throw .malformed(String(rest)) }
            if user.hasPrefix("-") { throw .looksLikeOption(String(user)) }
            self.user = String(user)
            authority = authority[at...].dropFirst()
        }
        (host, port) = try Endpoint.hostAndPort(authority)
        guard !host.isEmpty else { throw .malformed(String(rest)) }
        if host.hasPrefix("-") { throw .looksLikeOption(host) }
        socketPath = path.isEmpty || path == "/" ? nil : String(path)
    }
}
