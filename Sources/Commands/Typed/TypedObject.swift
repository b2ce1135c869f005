import GoTemplate
import JSON

/// A JSON object seen as a Go struct; members are read when a template asks for them.
struct TypedObject: TemplateObject {
    let schema: TypedSchema
    let json: JSONValue?

    var typeName: String { schema.name }
    var fieldNames: [String] { schema.fields.map(\.name) }

    var escapesHTML: Bool { schema.escapesHTML }

    var printedText: String? { json.flatMap { schema.text?($0) } }

    func field(_ name: String) -> TemplateValue? {
        if let field = schema.fields.first(where: { $0.name == name }) { return field.value(in: json) }
        for embedded in embedded {
            if let value = embedded.field(name) { return value }
        }
        return nil
    }

    var jsonMembers: [(name: String, value: TemplateValue)] {
        schema.fields.flatMap { field -> [(name: String, value: TemplateValue)] in
            let value = field.value(in: json)
            if field.isEmbedded, let inner = value.structure { return inner.jsonMembers }
            let isUnknown = field.isUnknownIfAbsent && json?[field.key] == nil
            return isUnknown || field.omitsEmpty && value.isEmpty ? [] : [(field.key, value)]
        }
    }

    private var embedded: [any TemplateObject] {
        schema.fields.filter(\.isEmbedded).compactMap { $0.value(in: json).structure }
    }
}

extension TemplateValue {
    fileprivate var structure: (any TemplateObject)? {
        switch self {
        case .object(let object): object
        case .pointer(let value): value.structure
        default: nil
        }
    }

    /// What `omitempty` leaves out.
    fileprivate var isEmpty: Bool {
        switch self {
        case .null, .nilPointer: true
        case .bool(let flag): !flag
        case .int(let number): number == 0
        case .uint(let number, _): number == 0
        case .float(let number): number == 0
        case .string(let text): text.isEmpty
        case .list(let list): list.count == 0
        case .map(let map): map.count == 0
        case .object(let object): object.jsonText?.isEmpty ?? false
        default: false
        }
    }
}
