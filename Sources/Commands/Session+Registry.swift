import Configuration

extension Session {
    /// The value of `X-Registry-Auth` for an image's registry.
    ///
    /// Credentials that cannot be had are said in one line, and the request goes out without any.
    func registryAuth(for image: ImageReference) -> String {
        let key = RegistryCredentials.key(ofDomain: image.domain)
        do {
            let stores = CredentialStores(config: config, environment: environment)
            return try stores.credentials(for: key)?.header ?? RegistryCredentials.anonymousHeader
        } catch {
            warn("\(error); asking \(key) without credentials")
            return RegistryCredentials.anonymousHeader
        }
    }
}
