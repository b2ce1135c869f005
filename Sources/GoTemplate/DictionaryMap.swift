/// A map that holds its values.
public struct DictionaryMap: TemplateMap {
    /// The values by key.
    public var values: [String: TemplateValue]
    public var keyType = "string"
    public var elementType: String
    public var elementZero: TemplateValue
    public var isNil: Bool

    /// A map of these values.
    public init(
        _ values: [String: TemplateValue], elementType: String = "interface {}", elementZero: TemplateValue = .null
    ) {
        self.values = values
        self.elementType = elementType
        self.elementZero = elementZero
        isNil = false
    }

    /// A `map[string]string`.
    public init(strings: [String: String]) {
        self.init(strings.mapValues { .string($0) }, elementType: "string", elementZero: .string(""))
    }

    /// A nil map of a type.
    public init(nilOf elementType: String, elementZero: TemplateValue = .null) {
        self.init([:], elementType: elementType, elementZero: elementZero)
        isNil = true
    }

    public var count: Int { values.count }
    public var keys: [String] { Array(values.keys) }

    public func value(forKey key: String) -> TemplateValue? { values[key] }
}
