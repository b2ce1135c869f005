import JSON

/// The proxies of the client's configuration as variables of a container or a build.
struct ProxyVariables: Equatable {
    struct Variable: Equatable {
        let name: String
        let value: String
    }

    /// Each in upper and lower case.
    let pairs: [Variable]

    private static let names = [
        ("httpProxy", "HTTP_PROXY"), ("httpsProxy", "HTTPS_PROXY"), ("noProxy", "NO_PROXY"),
        ("ftpProxy", "FTP_PROXY"), ("allProxy", "ALL_PROXY"),
    ]

    /// - Parameters:
    ///   - proxies: the setting `proxies`: settings by engine address, `default` for the others.
    ///   - engine: the engine's address as configured.
    init(_ proxies: JSONValue?, engine: String) {
        let settings = proxies?[engine] ?? proxies?["default"]
        pairs = Self.names.flatMap { key, name -> [Variable] in
            let value = settings?.text(key) ?? ""
            if value.isEmpty { return [] }
            return [Variable(name: name, value: value), Variable(name: name.lowercased(), value: value)]
        }
    }
}
