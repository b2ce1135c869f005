import Configuration
import EngineAPI

extension Session {
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
