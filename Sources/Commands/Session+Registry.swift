import Configuration
import EngineAPI
import Terminal

extension Session {
    /// Follows what goes on between the engine and a registry.
    ///
    /// Engines before API 1.22 go on when the connection ends: who interrupts it is told so.
    func follow(_ request: Request, named noun: String, _ take: (MessageStream) throws -> Void) throws {
        let version = try engine.version()
        if version < APIVersion(1, 22) {
            TerminalKeeper.sayOnSignal(
                "tug: this engine (API \(version)) goes on with the \(noun); from API 1.22 (Docker 1.10) it ends too\n")
        }
        defer { TerminalKeeper.sayOnSignal(nil) }
        try take(MessageStream(try engine.send(request)))
    }

    /// The value of `X-Registry-Auth` for an image's registry.
    ///
    /// Credentials that cannot be had are said in one line, and the request goes out without any.
    func registryAuth(for image: ImageReference) -> String {
        let key = RegistryCredentials.key(ofDomain: image.domain)
        do {
            let stores = CredentialStores(config: config, environment: environment)
            guard let found = try stores.credentials(for: key) else { return RegistryCredentials.anonymousHeader }
            if !found.registryToken.isEmpty, let ping = try? engine.ping(), ping.version < APIVersion(1, 22) {
                warn(Failure("the configured registrytoken of \(key)", needs: APIVersion(1, 22), but: ping).message)
            }
            return found.header
        } catch {
            warn("\(error); asking \(key) without credentials")
            return RegistryCredentials.anonymousHeader
        }
    }
}
