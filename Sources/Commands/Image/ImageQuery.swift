import EngineAPI
import Filters
import Terminal

/// A question for images that gives the same answer on every engine: filters that the engine is too old for are
/// applied here.
struct ImageQuery {
    var all = false
    var digests = false
    /// The platforms of each image too; the engine must speak API 1.47.
    var manifests = false
    /// References among them match names with and without tag, `*` stopping at a slash.
    var filters = FilterList()

    /// - Throws: `Failure` for a time that is none, `EngineError` for a filter's image that is not there.
    func images(of engine: Engine, now: Timestamp) throws -> [ImageSummary] {
        let minor = try engine.version().minor
        let local = FilterRules.images.unsupported(filters, at: minor)
        let wire = filters.removing(local)
        let request = Request.listImages(
            all: all, repository: local.contains("reference") ? repositoryPattern : nil,
            digests: digests && minor < 22, manifests: manifests, filters: wire.wire(apiMinor: minor))
        let found = try engine.list(request).map(ImageSummary.init)
        if local.isEmpty { return found }
        let matcher = try FilterMatcher(filters, .images, keys: local.filter { $0 == "label!" })
        let ages = try ages(local, engine, now)
        return try found.filter { image in
            matcher.matches { $0 == "label" ? image.labels.map { "\($0)=\($1)" } : [] } && ages.contains(image.created)
        }.compactMap { local.contains("reference") ? try keepingMatches(of: $0) : $0 }
    }

    /// What `filter=` can do before API 1.25: one pattern, without a tag, which not all those engines understand.
    private var repositoryPattern: String? {
        let patterns = filters.values("reference")
        return patterns.count == 1 ? patterns.first.map { ImageReference($0).familiarName } : nil
    }

    /// The image with only those of its names that a reference pattern matches, as newer engines list it.
    private func keepingMatches(of image: ImageSummary) throws -> ImageSummary? {
        let matcher = try FilterMatcher(filters, .images, keys: ["reference"])
        let matching = { (name: String) in
            let reference = ImageReference(name)
            return matcher.matches { _ in [reference.familiar, reference.familiarName] }
        }
        let kept = image.keeping(tags: image.tags.filter(matching), digests: image.digests.filter(matching))
        return kept.tags.isEmpty && kept.digests.isEmpty ? nil : kept
    }

    /// The creation times, in seconds, that `before`, `since` and `until` leave.
    private func ages(_ keys: [String], _ engine: Engine, _ now: Timestamp) throws -> Range<Int> {
        var (from, to) = (Int.min, Int.max)
        for key in keys {
            for value in filters.values(key) {
                switch key {
                case "before": to = min(to, try created(value, engine))
                case "since": from = max(from, saturating(try created(value, engine)))
                case "until": to = min(to, Int(try Timestamp(filter: value, now: now).seconds))
                default: break
                }
            }
        }
        return from < to ? from..<to : 0..<0
    }

    private func saturating(_ seconds: Int) -> Int { seconds == .max ? .max : seconds + 1 }

    private func created(_ image: String, _ engine: Engine) throws -> Int {
        let text = try engine.json(.inspectImage(named: PathSegment(image: image))).root.text("Created")
        guard let time = try? Timestamp(date: text, in: .utc) else {
            throw Failure("the engine does not tell when \(image.debugDescription) was created")
        }
        return Int(time.seconds)
    }
}
