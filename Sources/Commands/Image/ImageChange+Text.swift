import EngineAPI

extension ImageChange {
    /// As `rmi` prints it.
    var removalLine: String {
        switch self {
        case .untagged(let name): "Untagged: \(name)"
        case .deleted(let id): "Deleted: \(id)"
        }
    }

    /// As `prune` prints it.
    var pruneLine: String {
        switch self {
        case .untagged(let name): "untagged: \(name)"
        case .deleted(let id): "deleted: \(id)"
        }
    }
}
