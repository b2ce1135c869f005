/// What a command does once its words have filled its fields.
///
/// Parsing fills and checks; `run` does. A conforming type is a plain struct of fields with defaults.
public protocol Action<Session>: SendableMetatype {
    /// The way to the outside world, handed in by the caller.
    associatedtype Session

    /// The fields before any word was read: every default.
    init()

    /// Does the work.
    func run(_ session: Session) throws
}
