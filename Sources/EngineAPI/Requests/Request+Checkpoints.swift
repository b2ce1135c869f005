import JSON

/// Checkpoints of containers: from API 1.25, on engines with experimental features.
extension Request {
    /// `GET /containers/NAME/checkpoints`.
    ///
    /// - Parameter folder: on the engine's machine; empty leaves it to the engine.
    /// - Throws: `NameError`, as the others.
    public static func listCheckpoints(of container: String, folder: String) throws -> Request {
        Request(.get, "containers", try PathSegment(name: container), "checkpoints")
            .adding("dir", folder.isEmpty ? nil : folder)
    }

    /// `POST /containers/NAME/checkpoints`.
    ///
    /// - Parameter exits: whether the container is stopped.
    public static func createCheckpoint(of container: String, _ name: String, folder: String, exits: Bool) throws
        -> Request
    {
        Request(.post, "containers", try PathSegment(name: container), "checkpoints")
            .json(["CheckpointID": .string(name), "CheckpointDir": .string(folder), "Exit": .bool(exits)])
    }

    /// `DELETE /containers/NAME/checkpoints/CHECKPOINT`.
    public static func removeCheckpoint(of container: String, _ name: String, folder: String) throws -> Request {
        Request(
            .delete, "containers", try PathSegment(name: container), "checkpoints", try PathSegment(name: name)
        ).adding("dir", folder.isEmpty ? nil : folder)
    }
}
