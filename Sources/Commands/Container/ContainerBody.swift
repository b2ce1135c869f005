import JSON

/// The parts of `POST /containers/create`'s body while they come together.
struct ContainerBody {
    /// The container's own configuration, at the top level of the body.
    var config: JSONNode = [:]
    var host: JSONNode = [:]
    /// Settings of the networks joined, by name.
    var endpoints: JSONNode = [:]

    var json: JSONNode {
        config.merging(["HostConfig": host, "NetworkingConfig": ["EndpointsConfig": endpoints]])
    }
}
