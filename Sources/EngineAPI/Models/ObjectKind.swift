/// The kinds of objects that an engine keeps, in the order in which a name is looked for among them.
public enum ObjectKind: String, CaseIterable, Sendable {
    case container, image, network, volume, service, task, node, plugin, secret, config

    /// The lowest API version of an engine that has objects of this kind.
    public var since: APIVersion {
        switch self {
        case .container, .image: .oldest
        case .network, .volume: APIVersion(1, 21)
        case .service, .task, .node: APIVersion(1, 24)
        case .plugin, .secret: APIVersion(1, 25)
        case .config: APIVersion(1, 30)
        }
    }

    /// Whether only a manager of a swarm has them.
    public var needsSwarmManager: Bool {
        switch self {
        case .service, .task, .node, .secret, .config: true
        case .container, .image, .network, .volume, .plugin: false
        }
    }
}
