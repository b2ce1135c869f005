import EngineAPI
import Filters

extension Prune {
    /// What the builder keeps for later builds.
    ///
    /// - Parameters:
    ///   - all: what is still referred to as well; engines from API 1.39 on know that.
    ///   - keep: the bytes that may stay.
    static func buildCache(all: Bool, keep: Int64 = 0) -> Prune {
        Prune(
            name: "tug builder prune", heading: "Deleted build cache objects:", rules: .builderPrune,
            since: APIVersion(1, 31),
            request: { filters, version in
                .pruneBuildCache(
                    all: all && version >= APIVersion(1, 39), keep: keep,
                    keepName: version >= APIVersion(1, 48) ? "reserved-space" : "keep-storage", filters: filters)
            },
            removed: { $0.strings("CachesDeleted") }, oneByOne: nil, oneByOneSince: APIVersion(1, 31))
    }
}
