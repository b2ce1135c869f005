import JSON

/// `GET /system/df`, in the shape of any engine: sums are the engine's from API 1.52 on, made here before.
public struct DiskUsage: Sendable {
    public let images: Part
    public let containers: Part
    public let volumes: Part
    public let buildCache: Part

    /// One kind of things. Sizes are bytes, as floating point, since they are only shown.
    public struct Part: Sendable {
        public var total: Int
        public var active: Int
        public var size: Double
        public var reclaimable: Double
        /// The things themselves; from API 1.52 on only where `verbose` was asked for.
        public var items: [JSONValue]
    }

    public init(_ json: JSONValue) {
        images = Part(json["ImageUsage"]) ?? Self.images(json)
        containers = Part(json["ContainerUsage"]) ?? Self.containers(json)
        volumes = Part(json["VolumeUsage"]) ?? Self.volumes(json)
        buildCache = Part(json["BuildCacheUsage"]) ?? Self.buildCache(json)
    }

    private static func images(_ json: JSONValue) -> Part {
        let images = Array(json.list("Images"))
        let layers = json["LayersSize"]?.double ?? 0
        let used = images.filter { $0.integer("Containers") != 0 }
        let kept = used.reduce(0.0) { sum, image in
            let summary = ImageSummary(image)
            return summary.sharedSize < 0 ? sum : sum + Double(summary.size) - Double(summary.sharedSize)
        }
        return Part(
            total: images.count, active: images.count { $0.integer("Containers") > 0 }, size: layers,
            reclaimable: layers - kept, items: images)
    }

    private static func containers(_ json: JSONValue) -> Part {
        let containers = Array(json.list("Containers"))
        let isActive = { (container: JSONValue) in
            let state = container.text("State")
            return ["running", "paused", "restarting"].contains { state.contains($0) }
        }
        let size = { (list: [JSONValue]) in list.reduce(0.0) { $0 + Double($1.integer("SizeRw")) } }
        return Part(
            total: containers.count, active: containers.count(where: isActive), size: size(containers),
            reclaimable: size(containers.filter { !isActive($0) }), items: containers)
    }

    /// A use or a size of -1 is one that the engine does not know.
    private static func volumes(_ json: JSONValue) -> Part {
        let volumes = Array(json.list("Volumes"))
        let count = { (volume: JSONValue) in volume["UsageData"]?.integer("RefCount") ?? -1 }
        let size = { (list: [JSONValue]) in
            list.reduce(0.0) { $0 + Double(max(0, $1["UsageData"]?.integer("Size") ?? 0)) }
        }
        return Part(
            total: volumes.count, active: volumes.count { count($0) > 0 }, size: size(volumes),
            reclaimable: size(volumes.filter { count($0) == 0 }), items: volumes)
    }

    /// What is shared is counted elsewhere.
    private static func buildCache(_ json: JSONValue) -> Part {
        let records = Array(json.list("BuildCache"))
        let size = { (list: [JSONValue]) in
            list.filter { !$0.flag("Shared") }.reduce(0.0) { $0 + Double($1.integer("Size")) }
        }
        return Part(
            total: records.count, active: records.count { $0.flag("InUse") }, size: size(records),
            reclaimable: size(records.filter { !$0.flag("InUse") }), items: records)
    }
}

extension DiskUsage.Part {
    /// The shape of API 1.52; nil where it is not there.
    fileprivate init?(_ json: JSONValue?) {
        guard let json, json.kind == .object else { return nil }
        self.init(
            total: json.integer("TotalCount"), active: json.integer("ActiveCount"),
            size: json["TotalSize"]?.double ?? 0, reclaimable: json["Reclaimable"]?.double ?? 0,
            items: Array(json.list("Items")))
    }
}
