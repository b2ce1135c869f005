/// A Go map with string keys.
public protocol TemplateMap {
    /// The number of keys.
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
