import GoTemplate
import JSON

/// The fields of a struct of the engine API: what Go calls them, what the wire calls them, their types.
///
/// Names and types are those of API 1.50; a member that an engine does not send reads as Go's zero value, but for
/// those that would say something wrong then.
struct TypedSchema: Sendable {
    /// The type as Go's messages name it, with its package.
    let name: String
    let fields: [Field]
    /// What the type's `String` method gives; nil where it has none.
    let text: (@Sendable (JSONValue) -> String)?
    /// Whether the type writes its own JSON, which Go then escapes for HTML.
    let escapesHTML: Bool

    struct Field: Sendable {
        /// The name in templates.
        let name: String
        /// The name in JSON.
        let key: String
        let type: GoType
        /// Whether `json` leaves the field out when it is empty.
        let omitsEmpty: Bool
        /// Whether the field's own fields are reached, and written, as if they were the outer struct's.
        let isEmbedded: Bool
        /// Whether an engine that does not send the field leaves unknown what a zero value would claim.
        let isUnknownIfAbsent: Bool

        init(_ name: String, _ type: GoType, omitsEmpty: Bool = false, isUnknownIfAbsent: Bool = false) {
            self.init(name, name, type, omitsEmpty: omitsEmpty, isUnknownIfAbsent: isUnknownIfAbsent)
        }

        init(
            _ name: String, _ key: String, _ type: GoType, omitsEmpty: Bool = false, isUnknownIfAbsent: Bool = false
        ) {
            self.name = name
            self.key = key
            self.type = type
            self.omitsEmpty = omitsEmpty
            isEmbedded = false
            self.isUnknownIfAbsent = isUnknownIfAbsent
        }

        /// A struct without a name of its own within another.
        init(embedding schema: TypedSchema, byPointer: Bool = false) {
            name = schema.name.split(separator: ".").last.map(String.init) ?? schema.name
            key = ""
            type = byPointer ? .reference(schema) : .structure(schema)
            omitsEmpty = false
            isEmbedded = true
            isUnknownIfAbsent = false
        }
    }

    init(
        _ name: String, _ fields: [Field], escapesHTML: Bool = false, text: (@Sendable (JSONValue) -> String)? = nil
    ) {
        self.escapesHTML = escapesHTML
        self.name = name
        self.fields = fields
        self.text = text
    }

    /// What a template sees of a document of this type.
    func view(_ json: JSONValue) -> TemplateValue { GoType.structure(self).value(of: json) }
}

extension TypedSchema.Field {
    /// The field's value within the JSON of the struct that declares it.
    func value(in json: JSONValue?) -> TemplateValue {
        if isUnknownIfAbsent, json?[key] == nil { return .null }
        guard isEmbedded else { return type.value(of: json?[key]) }
        if case .pointer(let target) = type { return .pointer(target.value(of: json)) }
        return type.value(of: json)
    }
}
