import GoTemplate
import JSON

/// A JSON array seen as a Go slice or array.
struct TypedList: TemplateList {
    private let elements: [JSONValue]
    private let element: GoType
    let count: Int
    let isNil: Bool

    /// - Parameter count: the fixed length of an array; nil for a slice, as long as the JSON.
    init(_ json: JSONValue?, element: GoType, count: Int? = nil) {
        // The engine may send a single string where a list of words is meant: `"Cmd": "sh"`.
        let single = json.map { $0.kind == .string ? [$0] : [] } ?? []
        elements = single + (json.map { Array($0.elements) } ?? [])
        self.element = element
        self.count = count ?? elements.count
        isNil = json == nil && count == nil
    }

    var elementType: String { element.name }

    func element(at index: Int) -> TemplateValue {
        element.value(of: elements.indices.contains(index) ? elements[index] : nil)
    }
}
