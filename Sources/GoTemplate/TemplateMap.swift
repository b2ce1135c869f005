/// A Go map with string keys.
public protocol TemplateMap {
    var count: Int { get }

    /// The keys in any order; templates see them sorted by their bytes.
    var keys: [String] { get }

    /// The value of a key, nil where the map has no such key.
    func value(forKey key: String) -> TemplateValue?

    /// The Go type of the keys. Where it is not `string`, fields and string indexes do not reach the map.
    var keyType: String { get }

    /// The Go type of the values; `interface {}` unless said otherwise.
    var elementType: String { get }

    /// What `index` gives for a key the map does not have.
    var elementZero: TemplateValue { get }

    /// Whether this is a nil map: `null` to `json`, in all else an empty map.
    var isNil: Bool { get }
}

extension TemplateMap {
    public var keyType: String { "string" }
    public var elementType: String { anyType }
    public var elementZero: TemplateValue { .null }
    public var isNil: Bool { false }

    var sortedKeys: [String] {
        keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// A map that holds its values.
public struct DictionaryMap: TemplateMap {
    public var values: [String: TemplateValue]
    public var keyType = "string"
    public var elementType: String
    public var elementZero: TemplateValue
    public var isNil: Bool

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
