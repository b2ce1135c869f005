import JSON

/// All places where credentials may be kept: the environment, helper programs, the configuration file.
public struct CredentialStores {
    let config: ConfigFile
    let environment: Environment

    public init(config: ConfigFile, environment: Environment) {
        self.config = config
        self.environment = environment
    }

    /// The credentials kept for a registry; nil when there are none.
    ///
    /// `DOCKER_AUTH_CONFIG` comes first, then the helper that `credHelpers` or `credsStore` names, else `auths`.
    /// - Parameter key: as `RegistryCredentials.key(ofDomain:)` makes it.
    public func credentials(for key: String) throws(CredentialError) -> RegistryCredentials? {
        if let found = try environmentCredentials(for: key) { return found }
        if let helper = helper(for: key) { return try CredentialHelper(helper, environment).credentials(for: key) }
        return Self.find(key, in: config.value("auths"))
    }

    /// What credentials may be kept for. Logins that a helper keeps leave their key in `auths`.
    var keys: [String] {
        let given = environment.nonEmpty("DOCKER_AUTH_CONFIG").flatMap { try? JSONDocument(Array($0.utf8)) }
        let maps = [given?.root["auths"], config.value("auths"), config.value("credHelpers")]
        return maps.flatMap { $0?.members.map(\.key) ?? [] }
    }

    func helper(for key: String) -> String? {
        let own = config.map("credHelpers").last { $0.key == key }?.value
        return own.flatMap { $0.isEmpty ? nil : $0 } ?? config.text("credsStore")
    }

    private func environmentCredentials(for key: String) throws(CredentialError) -> RegistryCredentials? {
        guard let text = environment.nonEmpty("DOCKER_AUTH_CONFIG") else { return nil }
        let document: JSONDocument
        do {
            document = try JSONDocument(Array(text.utf8))
        } catch {
            throw .badEnvironment
        }
        return Self.find(key, in: document.root["auths"])
    }

    /// The entry of that key, else the first whose key is of the same host.
    private static func find(_ key: String, in auths: JSONValue?) -> RegistryCredentials? {
        guard let auths else { return nil }
        if let exact = auths[key] { return RegistryCredentials(entry: exact, key: key) }
        let host = host(of: key)
        let near = auths.members.first { Self.host(of: $0.key) == host }
        return near.flatMap { RegistryCredentials(entry: $0.value, key: $0.key) }
    }

    private static func host(of key: String) -> Substring {
        var rest = key[...]
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        return rest.prefix { $0 != "/" }
    }
}

/// Why kept credentials cannot be had; what follows may go on without.
public enum CredentialError: Error, Equatable, CustomStringConvertible {
    /// `DOCKER_AUTH_CONFIG` is no JSON.
    case badEnvironment
    /// The name of a helper could reach another program.
    case badHelperName(String)
    /// No executable file of that name is on `PATH`.
    case helperMissing(String)
    /// The program could not be run.
    case helperNotRun(String, errno: Int32)
    /// It ended with another status than 0, or was ended by a signal.
    case helperFailed(String)
    /// What it printed is not what helpers print.
    case helperUnreadable(String)

    public var description: String {
        switch self {
        case .badEnvironment: "DOCKER_AUTH_CONFIG is not JSON"
        case .badHelperName(let name): "the credential helper's name \(name.debugDescription) is not allowed"
        case .helperMissing(let program): "the credential helper \(program) is not on PATH"
        case .helperNotRun(let program, _): "the credential helper \(program) cannot be run"
        case .helperFailed(let program): "the credential helper \(program) failed"
        case .helperUnreadable(let program): "the credential helper \(program) printed something unreadable"
        }
    }
}
