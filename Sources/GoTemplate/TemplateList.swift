/// A Go slice.
public protocol TemplateList {
    /// The number of elements.
    var count: Int { get }

    /// The element at an index the caller has checked against `count`.
    func element(at index: Int) -> TemplateValue

    /// The Go type of the elements; `interface {}` unless said otherwise.
    var elementType: String { get }

    /// Whether this is a nil slice: `null` to `json`, in all else an empty list.
    var isNil: Bool { get }
}

extension TemplateList {
    public var elementType: String { anyType }
    public var isNil: Bool { false }

    /// The capacity Go's JSON decoder leaves a slice of this length with, which `slice` checks against.
    var capacity: Int {
        var capacity = 1
        while capacity < count, capacity < 256 { capacity *= 2 }
        return count == 0 ? 0 : max(capacity, count)
    }
}

/// Go's name for a type that may hold anything.
let anyType = "interface {}"
