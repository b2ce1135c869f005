import JSON

extension Request {
    /// `POST /containers/NAME/update`, from API 1.22.
    ///
    /// - Parameter changes: members of `HostConfig`.
    /// - Throws: `NameError`.
    public static func updateContainer(_ name: String, _ changes: JSONNode) throws -> Request {
        Request(.post, "containers", try PathSegment(name: name), "update").json(changes)
    }

    /// `POST /commit`.
    ///
    /// - Parameters:
    ///   - changes: instructions of a Dockerfile.
    ///   - pauses: whether the container is frozen meanwhile.
    public static func commitContainer(
        _ name: String, repository: String, tag: String, comment: String, author: String, changes: [String],
        pauses: Bool
    ) -> Request {
        let nonEmpty = { (text: String) in text.isEmpty ? nil : text }
        return Request(.post, "commit")
            .adding("container", name)
            .adding("repo", nonEmpty(repository))
            .adding("tag", nonEmpty(tag))
            .adding("comment", nonEmpty(comment))
            .adding("author", nonEmpty(author))
            .adding("changes", each: changes)
            .adding("pause", pauses ? nil : "0")
            .json(.null)
    }
}
