extension Request {
    /// `POST /containers/prune`, from API 1.25.
    public static func pruneContainers(filters: String?) -> Request {
        Request(.post, "containers", "prune").adding("filters", filters)
    }

    /// `POST /images/prune`, from API 1.25.
    public static func pruneImages(filters: String?) -> Request {
        Request(.post, "images", "prune").adding("filters", filters)
    }

    /// `POST /networks/prune`, from API 1.25.
    public static func pruneNetworks(filters: String?) -> Request {
        Request(.post, "networks", "prune").adding("filters", filters)
    }

    /// `POST /volumes/prune`, from API 1.25.
    public static func pruneVolumes(filters: String?) -> Request {
        Request(.post, "volumes", "prune").adding("filters", filters)
    }

    /// `POST /build/prune`, from API 1.31.
    ///
    /// - Parameters:
    ///   - all: what is still referred to as well; from API 1.39, as all that follow.
    ///   - keep: the bytes of cache that may stay.
    ///   - keepName: `keep-storage`, from API 1.48 `reserved-space`.
    public static func pruneBuildCache(all: Bool, keep: Int64, keepName: String, filters: String?) -> Request {
        Request(.post, "build", "prune")
            .adding("all", if: all)
            .adding(keepName, keep == 0 ? nil : String(keep))
            .adding("filters", filters)
    }
}
