/// Why a template could not be compiled or rendered.
public struct TemplateError: Error, Equatable, CustomStringConvertible {
    /// What was being done.
    public enum Stage: Sendable {
        case parsing, executing
    }

    /// Whether the template itself is wrong, or did not fit its data.
    public var stage: Stage

    /// The message in the words scripts know from Go, starting with `template: `.
    public var message: String

    /// A way out, where one suggests itself: a sentence without a full stop.
    public var hint: String?

    public var description: String { message }
}
