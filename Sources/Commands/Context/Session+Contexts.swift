import Configuration

extension Session {
    /// The context that is there without being stored.
    var defaultContext: StoredContext {
        StoredContext(
            defaultHost: options.hosts.first ?? environment.nonEmpty("DOCKER_HOST") ?? Self.defaultAddress)
    }
}
