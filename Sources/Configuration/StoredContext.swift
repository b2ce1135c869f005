import JSON

/// One context of the client's store: an engine's address under a name.
public struct StoredContext: Sendable {
    public let name: String
    public let description: String
    /// The engine's address; empty where the context holds none.
    public let host: String
    public let skipsVerification: Bool
    /// `Metadata` of the context's file: the description, and what else was noted.
    public let metadata: JSONValue?
    /// The names of the files that encrypt the connection, by endpoint.
    public let material: [String: [String]]
    /// Where the context is kept; nil for one that lives in no folder.
    public let folders: (metadata: String, material: String)?

    /// The context that `DOCKER_HOST` or the default socket makes.
    public init(defaultHost host: String) {
        name = "default"
        description = "Current DOCKER_HOST based configuration"
        self.host = host
        skipsVerification = false
        metadata = nil
        material = [:]
        folders = nil
    }

    /// The context of a folder below `contexts/meta`; nil for one that holds none.
    init?(metadataFolder: String, materialFolder: String, list: (String) -> [String]) {
        let file = ConfigFile(path: metadataFolder + "/meta.json")
        guard let name = file.text("Name") else { return nil }
        self.name = name
        metadata = file.value("Metadata")
        description = metadata?.text("Description") ?? ""
        let endpoint = file.value("Endpoints")?["docker"]
        host = endpoint?.text("Host") ?? ""
        skipsVerification = endpoint?.flag("SkipTLSVerify") ?? false
        var material: [String: [String]] = [:]
        for endpoint in list(materialFolder) { material[endpoint] = list("\(materialFolder)/\(endpoint)").sorted() }
        self.material = material
        folders = (metadataFolder, materialFolder)
    }
}
