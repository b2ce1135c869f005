import EngineAPI

/// A name that nothing has. Scripts match on the words, which are the same for every engine.
struct NoSuchObject: Error, Equatable, CustomStringConvertible {
    /// nil when all kinds were tried.
    let kind: ObjectKind?
    let name: String

    var description: String { "Error: No such \(kind?.rawValue ?? "object"): \(name)" }
}
