import EngineAPI
import JSON

/// Asks the engine for single objects, and fills in what an old or a new one leaves out.
struct ObjectFinder {
    let session: Session
    /// Ask for the sizes of containers.
    var size = false
    /// Ask for the services of networks.
    var verbose = false
    /// The variant of an image.
    var platform: Platform?

    /// - Throws: `NameError` for a name that must not be asked for, `Failure` for a kind that the engine does not have.
    func find(_ kind: ObjectKind, _ name: String) throws -> Inspected {
        try session.require(kind.since, for: "\(kind.rawValue) inspect")
        let version = try session.engine.version()
        let request = try Request.inspect(kind, name)
        switch kind {
        case .container: return try container(request, version)
        case .image: return try image(request, version)
        case .network:
            return Inspected(
                try session.engine.json(request.adding("verbose", verbose ? "true" : nil)).root, as: .network)
        case .volume: return Inspected(try session.engine.json(request).root, as: .volume)
        case .service:
            let request = request.adding("insertDefaults", version >= APIVersion(1, 29) ? "true" : nil)
            return Inspected(try session.engine.json(request).root, as: .service)
        case .task: return Inspected(try session.engine.json(request).root, as: .task)
        case .node: return Inspected(try session.engine.json(request).root, as: .node)
        case .plugin: return Inspected(try session.engine.json(request).root, as: .plugin)
        case .secret: return Inspected(try session.engine.json(request).root, as: .secret)
        case .config: return Inspected(try session.engine.json(request).root, as: .config)
        }
    }

    /// The first object of that name among all kinds.
    ///
    /// - Throws: `NoSuchObject`, `NameError` for a name that must not be asked for.
    func findAny(_ name: String) throws -> Inspected {
        let version = try session.engine.version()
        var refusal: NameError?
        var wasAsked = false
        var isManager: Bool?
        for kind in ObjectKind.allCases where version >= kind.since {
            do {
                _ = try Request.inspect(kind, name)
                if kind.needsSwarmManager {
                    let manages = try isManager ?? isSwarmManager()
                    isManager = manages
                    if !manages { continue }
                }
                let found = try find(kind, name)
                if size, kind != .container { session.warn("--size ignored for \(kind.rawValue)") }
                return found
            } catch let error as NameError {
                if refusal?.problem ?? .slash == .slash { refusal = error }
            } catch let error as EngineError where error.meansAnotherKind {
                wasAsked = true
            }
        }
        if let refusal, !wasAsked { throw refusal }
        throw NoSuchObject(name: name)
    }

    private func isSwarmManager() throws -> Bool {
        try session.engine.json(Request(.get, "info")).root.at("Swarm")?.flag("ControlAvailable") ?? false
    }

    private func container(_ request: Request, _ version: APIVersion) throws -> Inspected {
        let knowsSize = version >= APIVersion(1, 21)
        var json = try session.engine.json(request.adding("size", if: size && knowsSize)).root
        if size, !knowsSize { json = try addingSizes(to: json) }
        return Inspected(json, view: ContainerShape(json).completed, as: .container)
    }

    /// Before API 1.21 only the list of containers tells their sizes.
    private func addingSizes(to json: JSONValue) throws -> JSONValue {
        let id = json.text("Id")
        let list = try session.engine.json(.listContainers(all: true, size: true)).root
        guard let listed = list.elements.first(where: { $0.text("Id") == id }) else { return json }
        var node = JSONNode(json)
        node["SizeRw"] = .int(listed.integer("SizeRw"))
        node["SizeRootFs"] = .int(listed.integer("SizeRootFs"))
        return try JSONDocument(node.bytes).root
    }

    private func image(_ request: Request, _ version: APIVersion) throws -> Inspected {
        let json = try session.engine.json(request.adding("platform", platform?.json)).root
        if json["RepoTags"] != nil || version >= APIVersion(1, 21) {
            return Inspected(json, view: try addingVirtualSize(to: json), as: .image)
        }
        return Inspected(json, view: try addingNames(to: json), as: .image)
    }

    /// From API 1.44 on one size is told; the other one was the same since 1.22.
    private func addingVirtualSize(to json: JSONValue) throws -> JSONValue {
        guard json["VirtualSize"] == nil, let size = json["Size"], size.int != nil else { return json }
        return try JSONDocument(JSONNode(json).merging(["VirtualSize": JSONNode(size)]).bytes).root
    }

    /// Before API 1.21 only the list of images tells their names.
    private func addingNames(to json: JSONValue) throws -> JSONValue {
        let id = json.text("Id")
        let list = try session.engine.json(Request(.get, "images", "json").adding("digests", "1")).root
        guard let listed = list.elements.first(where: { $0.text("Id") == id }) else { return json }
        var node = JSONNode(json)
        for key in ["RepoTags", "RepoDigests"] {
            node[key] = .array(listed.strings(key).filter { !$0.hasPrefix("<none>") }.map { .string($0) })
        }
        return try JSONDocument(node.bytes).root
    }
}

extension EngineError {
    /// Refusals that tell only that the name is not one of this kind.
    fileprivate var meansAnotherKind: Bool {
        isNotFound || message.contains("not supported") || message.contains("invalid reference format")
    }
}
