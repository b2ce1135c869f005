extension Session {
    /// The proxy settings that the configuration keeps for containers: those of this engine's address, else the
    /// default ones, each in both spellings.
    var proxies: [(name: String, value: String)] {
        guard let all = config.value("proxies") else { return [] }
        let chosen = all[engine.address].flatMap { $0.kind == .object ? $0 : nil } ?? all["default"]
        let names = [
            ("httpProxy", "HTTP_PROXY"), ("httpsProxy", "HTTPS_PROXY"), ("noProxy", "NO_PROXY"),
            ("ftpProxy", "FTP_PROXY"), ("allProxy", "ALL_PROXY"),
        ]
        return names.flatMap { key, name -> [(name: String, value: String)] in
            guard let value = chosen?[key]?.string, !value.isEmpty else { return [] }
            return [(name, value), (name.lowercased(), value)]
        }
    }
}
