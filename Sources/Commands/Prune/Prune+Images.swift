import CommandGrammar
import EngineAPI
import Filters

extension Prune {
    /// Images without a name; with `dangling=false` among the filters all that no container uses.
    static var images: Prune {
        Prune(
            name: "tug image prune", heading: "Deleted Images:", rules: .imagePrune, since: APIVersion(1, 25),
            request: { filters, _ in .pruneImages(filters: filters) },
            removed: { $0.list("ImagesDeleted").map { ImageChange($0).pruneLine } },
            oneByOne: { choice, session in
                var dangling = true
                if let typed = choice.filters.values("dangling").first { try dangling.take(typed) }
                var filters = FilterList()
                if dangling { filters.set(key: "dangling", value: "true") }
                let used = try session.idsOfUsedImages()
                var (lines, reclaimed) = ([String](), 0.0)
                for image in try ImageQuery(filters: filters).images(of: session.engine, now: session.now)
                where !used.contains(image.id) && choice.accepts(labels: image.labels, created: image.created) {
                    let changes = try session.removeImage(image)
                    lines += changes.map(\.pruneLine)
                    // What it shares with others is counted too where the engine does not tell it apart.
                    if changes.contains(.deleted(image.id)) { reclaimed += Double(max(0, image.json.integer("Size"))) }
                }
                return (lines, reclaimed)
            }, oneByOneSince: .oldest)
    }

    /// The filters of `image prune`, which say what an unused image is.
    static func imageFilters(_ filters: FilterList, all: Bool) -> FilterList {
        var filters = filters
        if !filters.contains("dangling") { filters.set(key: "dangling", value: all ? "false" : "true") }
        return filters
    }
}

extension Session {
    /// The images of all containers, running or not. Engines before 1.21 tell them one by one.
    fileprivate func idsOfUsedImages() throws -> Set<String> {
        var ids: Set<String> = []
        for container in try ContainerQuery(all: true).containers(of: engine) {
            if container.imageID.isEmpty {
                let request = Request(.get, "containers", try PathSegment(name: container.id), "json")
                ids.insert(try engine.json(request).root.text("Image"))
            } else {
                ids.insert(container.imageID)
            }
        }
        return ids
    }

    /// Removes an image name by name; what a new container needs meanwhile stays, without a word.
    fileprivate func removeImage(_ image: ImageSummary) throws -> [ImageChange] {
        let names = image.tags + image.digests
        var changes: [ImageChange] = []
        for name in names.isEmpty ? [image.id] : names {
            do {
                let answer = try engine.json(.removeImage(PathSegment(image: name)))
                changes += answer.root.elements.map(ImageChange.init)
            } catch let error as EngineError where error.status == 409 || error.isNotFound {
                continue
            }
        }
        return changes
    }
}
