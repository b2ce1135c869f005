/// A field that a flag fills.
///
/// Scalars replace what they held, lists append.
public protocol FlagValue {
    /// The type's name in help and in the command table (`bool`, `string`, `list`, `int` …).
    static var typeName: String { get }

    /// The text taken when the flag stands without a value, nil when it needs one.
    static var bareValue: String? { get }

    /// Whether the flag may be given more than once.
    static var isList: Bool { get }

    /// What may stand as a value, nil where the type does not tell.
    static var completion: Completion? { get }

    /// Reads one occurrence of the flag.
    mutating func take(_ text: String) throws(ValueError)

    /// The default as help shows it; empty when there is nothing worth showing.
    var defaultText: String { get }
}

extension FlagValue {
    public static var bareValue: String? { nil }
    public static var isList: Bool { false }
    public static var completion: Completion? { nil }
    public var defaultText: String { "" }
}

/// A value that a flag or an argument cannot take.
public struct ValueError: Error, Equatable {
    /// What is wrong, without the flag's name: `"x" is not a whole number`.
    public let reason: String

    public init(_ reason: String) { self.reason = reason }
}
