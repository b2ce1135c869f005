import CommandGrammar
import Configuration
import EngineAPI
import Glibc
import JSON

/// Names for completion: of the engine, the stored contexts, the environment and the files.
struct SessionNames: CompletionSource {
    /// Its stderr must swallow everything: a completion makes no noise.
    let session: Session

    /// The longest that an engine may keep a person waiting, in milliseconds, with some to spare for the process.
    static let patience: Int32 = 180

    func names(_ kind: NameKind) -> [Candidate] {
        switch kind {
        case .contexts: contexts
        case .registries: registries
        case .variables: session.environment.names.sorted().map { Candidate($0) }
        default: TimeLimit.run(milliseconds: Self.patience) { (try? engineNames(kind)) ?? [] } ?? []
        }
    }

    private var contexts: [Candidate] {
        [Candidate("default", "What DOCKER_HOST or the default socket leads to")]
            + session.folder.contexts.sorted { $0.name < $1.name }.map { Candidate($0.name, $0.description) }
    }

    private var registries: [Candidate] {
        let keys = ["auths", "credHelpers"].flatMap { session.config.value($0)?.members.map(\.key) ?? [] }
        return Set(keys).sorted().map { Candidate($0) }
    }

    private func engineNames(_ kind: NameKind) throws -> [Candidate] {
        if try session.engineMayAskForPassword { return [] }
        if let owner = kind.owner { return try owned(kind, owner) }
        switch kind {
        case .containers: return try containers { _ in true }
        case .stoppedContainers: return try containers { !$0.isUp }
        case .runningContainers: return try containers(\.isUp)
        case .unpausedContainers: return try containers { $0.isUp && !$0.isPaused }
        case .pausedContainers: return try containers(\.isPaused)
        case .containerPaths:
            return try containers { _ in true }.map {
                Candidate($0.word + ":", $0.description, isOpen: true, isAlternative: $0.isAlternative)
            }
        case .images: return try images { $0 }
        case .repositories:
            return try images { tag in String(tag[..<(tag.lastIndex(of: ":") ?? tag.endIndex)]) }
        case .networks: return try networks { _ in true }
        case .customNetworks:
            return try networks { !["bridge", "host", "none", "ingress"].contains($0.text("Name")) }
        case .volumes: return try list("volumes", under: "Volumes") { ($0.text("Name"), $0.text("Driver"), "") }
        case .plugins: return try plugins { _ in true }
        case .enabledPlugins: return try plugins { $0["Enabled"]?.bool == true }
        case .disabledPlugins: return try plugins { $0["Enabled"]?.bool != true }
        case .nodes: return try list("nodes") { ($0.at("Description", "Hostname")?.string ?? "", "", $0.text("ID")) }
        case .services, .secrets, .configs:
            return try list(kind.name) { ($0.at("Spec", "Name")?.string ?? "", "", $0.text("ID")) }
        case .stacks: return try stacks()
        case .runtimes: return try runtimes()
        default: return []
        }
    }

    private func containers(_ isWanted: (ContainerSummary) -> Bool) throws -> [Candidate] {
        let found = try session.engine.json(.listContainers(all: true)).root.elements.map(ContainerSummary.init)
        let wanted = found.filter(isWanted)
        let names = wanted.flatMap { container in
            container.names.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }.filter { !$0.contains("/") }
                .map { Candidate($0, "\(container.shortImage), \(container.status)") }
        }
        return names + wanted.map { Candidate(ShortID.of($0.id), $0.image, isAlternative: true) }
    }

    private func images(_ name: (String) -> String) throws -> [Candidate] {
        let found = try session.engine.json(.listImages()).root.elements.map(ImageSummary.init)
        var names: [Candidate] = []
        var seen: Set<String> = []
        for image in found {
            for tag in image.tags where tag != "<none>:<none>" && seen.insert(name(tag)).inserted {
                names.append(Candidate(name(tag), ShortID.of(image.id)))
            }
        }
        return names + found.map { Candidate(ShortID.of($0.id), $0.tags.first ?? "", isAlternative: true) }
    }

    private func networks(_ isWanted: (JSONValue) -> Bool) throws -> [Candidate] {
        try list("networks", where: isWanted) { ($0.text("Name"), $0.text("Driver"), $0.text("Id")) }
    }

    private func plugins(_ isWanted: (JSONValue) -> Bool) throws -> [Candidate] {
        try list("plugins", where: isWanted) { plugin in
            (plugin.text("Name"), plugin.at("Config", "Description")?.string ?? "", plugin.text("Id"))
        }
    }

    private func stacks() throws -> [Candidate] {
        let names = try session.engine.json(Request(.get, "services")).root.elements.compactMap {
            $0.at("Spec", "Labels", "com.docker.stack.namespace")?.string
        }
        return Set(names).sorted().map { Candidate($0) }
    }

    private func runtimes() throws -> [Candidate] {
        try session.engine.json(.info).root["Runtimes"]?.members.map { Candidate($0.key) } ?? []
    }

    /// The objects of a collection, by name and, as another word for each, by id.
    private func list(
        _ collection: String, under key: String? = nil, where isWanted: (JSONValue) -> Bool = { _ in true },
        _ parts: (JSONValue) -> (name: String, description: String, id: String)
    ) throws -> [Candidate] {
        let root = try session.engine.json(Request(.get, PathSegment(name: collection))).root
        let objects = (key.map { Array(root.list($0)) } ?? Array(root.elements)).filter(isWanted).map(parts)
        return objects.filter { !$0.name.isEmpty }.map { Candidate($0.name, $0.description) }
            + objects.filter { !$0.id.isEmpty }.map { Candidate(ShortID.of($0.id), $0.name, isAlternative: true) }
    }
}

extension ContainerSummary {
    /// An image without a name is told by its id.
    fileprivate var shortImage: String { image.hasPrefix("sha256:") ? ShortID.of(image) : image }

    /// Engines before API 1.23 tell it in the status alone.
    fileprivate var isUp: Bool { state.isEmpty ? status.hasPrefix("Up") : state == "running" || state == "paused" }
    fileprivate var isPaused: Bool { state.isEmpty ? status.hasSuffix("(Paused)") : state == "paused" }
}

extension Session {
    /// ssh may ask for a password at the terminal, in the middle of a line that is being typed.
    var engineMayAskForPassword: Bool {
        get throws { try engineAddress().hasPrefix("ssh://") }
    }
}
