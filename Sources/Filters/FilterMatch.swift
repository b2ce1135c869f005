/// How an engine compares a filter's value with what it lists.
public enum FilterMatch: Sendable {
    /// Equal.
    case exact
    /// The subject begins with the value.
    case prefix
    /// Equal, or the value is a regular expression found anywhere in the subject.
    case pattern
    /// As `pattern`, on a name with and without its leading slash.
    case name
    /// `KEY` or `KEY=VALUE` against the subject's `KEY=VALUE` texts; every value given must match.
    case label
    /// Equal as truth values.
    case boolean
    /// The subject's number is at least the value; every value given must match.
    case atLeast
    /// The ports overlap and the protocol is the same.
    case port
    /// Shell pattern in which `*` stops at a slash.
    case glob
    /// Same reference, `:latest` being implied, or the beginning of an image ID.
    case image
    /// Only an engine can tell.
    case engine

    /// Whether all values of a key must match rather than one of them.
    var needsAll: Bool {
        switch self {
        case .label, .atLeast: true
        default: false
        }
    }
}
