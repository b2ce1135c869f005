import CommandGrammar

/// A flag's value that knows whether it was typed or is the default.
struct Defaulted<Value: FlagValue & Equatable>: FlagValue, Equatable {
    private(set) var value: Value
    private(set) var isTyped = false

    init(_ initial: Value) { value = initial }

    static var typeName: String { Value.typeName }
    static var bareValue: String? { Value.bareValue }
    static var isList: Bool { Value.isList }
    static var completion: Completion? { Value.completion }
    var defaultText: String { value.defaultText }

    mutating func take(_ text: String) throws(ValueError) {
        try value.take(text)
        isTyped = true
    }

    /// The value where it was typed.
    var typed: Value? { isTyped ? value : nil }
}
