import JSON

extension CredentialStores {
    /// Refuses early what `save` could not do: a helper that is not there must be known before a password goes out.
    ///
    /// - Throws: `CredentialError`.
    public func checkPlace(for key: String) throws(CredentialError) {
        if let helper = helper(for: key) { try CredentialHelper(helper, environment).check() }
    }

    /// Keeps credentials where the configuration wants them: with a helper, else in the file.
    ///
    /// - Returns: whether they are in the file, where whoever reads it reads them.
    /// - Throws: `CredentialError`, `ConfigWriteError`.
    public func save(_ credentials: RegistryCredentials, for key: String, with editor: ConfigEditor) throws -> Bool {
        let fallback = helper(for: key) == nil ? defaultHelper : nil
        let helper = helper(for: key) ?? fallback
        if let helper { try CredentialHelper(helper, environment).store(credentials, for: key) }
        try editor.edit { file in
            if let fallback { file["credsStore"] = .string(fallback) }
            var auths = auths(of: file)
            // The empty entry marks a login that a helper holds.
            auths[key] = helper == nil ? credentials.entry : .object([])
            file["auths"] = auths
            return true
        }
        return helper == nil
    }

    /// Forgets the credentials of these keys, in the file and with the helper of the first.
    ///
    /// - Throws: `CredentialError`, `ConfigWriteError`.
    public func erase(_ keys: [String], with editor: ConfigEditor) throws {
        if keys.contains(where: { config.value("auths")?[$0] != nil }) {
            try editor.edit { file in
                var auths = auths(of: file)
                for key in keys { auths[key] = nil }
                file["auths"] = auths
                return true
            }
        }
        for key in keys.prefix(1) {
            if let helper = helper(for: key) { try CredentialHelper(helper, environment).erase(key) }
        }
    }

    private func auths(of file: JSONNode) -> JSONNode {
        guard case .raw(let bytes) = file["auths"], let document = try? JSONDocument(bytes) else { return .object([]) }
        return document.root.unread
    }

    /// The helper that is used from the first login on when it is installed.
    private var defaultHelper: String? {
        guard config.value("auths")?.members.isEmpty ?? true, config.text("credsStore") == nil else { return nil }
        let name = CredentialHelper.isOnPath("pass", environment) ? "pass" : "secretservice"
        return CredentialHelper.isOnPath("docker-credential-\(name)", environment) ? name : nil
    }
}

extension RegistryCredentials {
    /// An entry of `auths`.
    fileprivate var entry: JSONNode {
        var members = [JSONMember("auth", .string(Base64.standard(Array("\(username):\(password)".utf8))))]
        if !identityToken.isEmpty { members.append(JSONMember("identitytoken", .string(identityToken))) }
        return .object(members)
    }
}
