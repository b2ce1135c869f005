extension Request {
    /// `POST /images/create?fromImage=`: pulls; the answer is a progress stream.
    ///
    /// - Parameters:
    ///   - image: the repository, as people write it.
    ///   - tag: a tag or a digest; nil pulls all tags.
    ///   - platform: `os[/arch[/variant]]`, from API 1.32.
    ///   - auth: the value of `X-Registry-Auth`.
    public static func pullImage(_ image: String, tag: String?, platform: String? = nil, auth: String) -> Request {
        Request(.post, "images", "create")
            .adding("fromImage", image)
            .adding("tag", tag)
            .adding("platform", platform)
            .header("X-Registry-Auth", auth)
    }
}
