import JSON

/// `GET /system/df`, in the shape of any engine: sums are the engine's from API 1.52 on, made here before.
public struct DiskUsage: Sendable {
    public let images: Part
    public let containers: Part
    public let volumes: Part
    public let buildCache: Part

    /// One kind of things. Sizes are bytes, as floating point, since they are only shown.
    public struct Part: Sendable {
        public var total = 0
        public var active = 0
        public var size = 0.0
        public var reclaimable = 0.0
        /// The things themselves; from API 1.52 on only where `verbose` was asked for.
        public var items: [JSONValue] = []

        public init() {}
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
        // Podman counts no layers.
        return Part(
            images, active: images.count { $0.integer("Containers") > 0 }, size: layers,
            reclaimable: max(0, layers - kept))
    }

    private static func containers(_ json: JSONValue) -> Part {
        let containers = Array(json.list("Containers"))
        let isActive = { (container: JSONValue) in
            let state = container.text("State")
            return ["running", "paused", "restarting"].contains { state.contains($0) }
        }
        let size = { (list: [JSONValue]) in list.reduce(0.0) { $0 + Double($1.integer("SizeRw")) } }
        return Part(
            containers, active: containers.count(where: isActive), size: size(containers),
            reclaimable: size(containers.filter { !isActive($0) }))
    }

    /// A use or a size of -1 is one that the engine does not know.
    private static func volumes(_ json: JSONValue) -> Part {
        let volumes = Array(json.list("Volumes"))
        let count = { (volume: JSONValue) in volume["UsageData"]?.integer("RefCount") ?? -1 }
        let size = { (list: [JSONValue]) in
            list.reduce(0.0) { $0 + Double(max(0, $1["UsageData"]?.integer("Size") ?? 0)) }
        }
        return Part(
            volumes, active: volumes.count { count($0) > 0 }, size: size(volumes),
            reclaimable: size(volumes.filter { count($0) == 0 }))
    }

    /// What is shared is counted elsewhere. Engines from API 1.31 to 1.38 tell no more than the size of it all.
    private static func buildCache(_ json: JSONValue) -> Part {
        guard json["BuildCache"] != nil else {
            let size = max(0, json["BuilderSize"]?.double ?? 0)
            return Part([], active: 0, size: size, reclaimable: size)
        }
        let records = Array(json.list("BuildCache"))
        let size = { (list: [JSONValue]) in
            list.filter { !$0.flag("Shared") }.reduce(0.0) { $0 + Double($1.integer("Size")) }
        }
        return Part(
            records, active: records.count { $0.flag("InUse") }, size: size(records),
            reclaimable: size(records.filter { !$0.flag("InUse") }))
    }
}

extension DiskUsage.Part {
    fileprivate init(_ items: [JSONValue], active: Int, size: Double, reclaimable: Double) {
        self.items = items
        total = items.count
        self.active = active
        self.size = size
        self.reclaimable = reclaimable
    }

    /// The shape of API 1.52; nil where it is not there.
    fileprivate init?(_ json: JSONValue?) {
        guard let json, json.kind == .object else { return nil }
        self.init(
            Array(json.list("Items")), active: json.integer("ActiveCount"), size: json["TotalSize"]?.double ?? 0,
            reclaimable: json["Reclaimable"]?.double ?? 0)
        total = json.integer("TotalCount")
    }
}
