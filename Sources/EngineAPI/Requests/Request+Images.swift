import JSON

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

extension Request {
    /// `POST /images/NAME/push`; the answer is a progress stream.
    ///
    /// - Parameters:
    ///   - tag: nil pushes all tags.
    ///   - platform: a JSON object (OCI image specification), from API 1.46.
    ///   - auth: the value of `X-Registry-Auth`, without which engines refuse.
    public static func pushImage(_ image: PathSegment, tag: String?, platform: String?, auth: String) -> Request {
        Request(.post, "images", image, "push")
            .adding("tag", tag)
            .adding("platform", platform)
            .header("X-Registry-Auth", auth)
    }

    /// `POST /auth`: has the engine ask a registry whether it takes these credentials.
    public static func checkCredentials(_ credentials: JSONNode) -> Request {
        Request(.post, "auth").json(credentials)
    }
}

extension Request {
    /// `GET /images/json`.
    ///
    /// - Parameters:
    ///   - repository: `filter=`, a pattern for the repository's name, understood before API 1.25 only.
    ///   - digests: asks for `RepoDigests`, which engines from API 1.22 on always send.
    ///   - filters: the wire form of the filters.
    public static func listImages(
        all: Bool = false, repository: String? = nil, digests: Bool = false, manifests: Bool = false,
        filters: String? = nil
    ) -> Request {
        Request(.get, "images", "json")
            .adding("all", if: all)
            .adding("digests", if: digests)
            .adding("manifests", if: manifests)
            .adding("filter", repository)
            .adding("filters", filters)
    }

    /// `GET /images/NAME/json`.
    public static func inspectImage(named image: PathSegment) -> Request { Request(.get, "images", image, "json") }

    /// `GET /images/NAME/history`.
    ///
    /// - Parameter platform: a JSON object (OCI image specification), from API 1.48.
    public static func imageHistory(_ image: PathSegment, platform: String? = nil) -> Request {
        Request(.get, "images", image, "history").adding("platform", platform)
    }

    /// `DELETE /images/NAME`.
    ///
    /// - Parameter platforms: JSON objects (OCI image specification), from API 1.50.
    public static func removeImage(
        _ image: PathSegment, force: Bool = false, noPrune: Bool = false, platforms: [String] = []
    ) -> Request {
        Request(.delete, "images", image)
            .adding("force", if: force)
            .adding("noprune", if: noPrune)
            .adding("platforms", each: platforms)
    }

    /// `POST /images/NAME/tag`.
    ///
    /// - Parameter force: moves a tag that is another image's already; engines from API 1.22 on always do.
    public static func tagImage(_ image: PathSegment, repository: String, tag: String, force: Bool) -> Request {
        Request(.post, "images", image, "tag")
            .adding("repo", repository)
            .adding("tag", tag)
            .adding("force", if: force)
    }

    /// `GET /images/search`.
    ///
    /// - Parameters:
    ///   - limit: from 1 to 100, from API 1.24; nil leaves it to the engine.
    ///   - filters: their wire form, from API 1.24.
    ///   - auth: the value of `X-Registry-Auth`.
    public static func searchImages(_ term: String, limit: Int?, filters: String?, auth: String) -> Request {
        Request(.get, "images", "search")
            .adding("term", term)
            .adding("limit", limit.map(String.init))
            .adding("filters", filters)
            .header("X-Registry-Auth", auth)
    }
}
