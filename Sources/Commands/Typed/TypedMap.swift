import GoTemplate
import JSON

/// A JSON object seen as a Go map.
struct TypedMap: TemplateMap {
    private let members: [String: JSONValue]
    private let element: GoType
    let keyType: String
    let isNil: Bool

    init(_ json: JSONValue?, element: GoType, keyType: String) {
        members = json.map { Dictionary($0.members.map { ($0.key, $0.value) }) { $1 } } ?? [:]
        self.element = element
        self.keyType = keyType
        isNil = json == nil
    }

    var elementType: String { element.name }
    var elementZero: TemplateValue { element.value(of: nil) }
    var count: Int { members.count }
    var keys: [String] { Array(members.keys) }

    func value(forKey key: String) -> TemplateValue? { members[key].map(element.value) }
}
