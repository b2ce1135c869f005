import GoTemplate
import JSON

/// What the engine told of one object, for JSON output and for templates.
struct Inspected {
    /// As received: what JSON output shows.
    let json: JSONValue
    /// What templates see: `json`, with what this engine leaves out and others send.
    let view: JSONValue
    /// The object's Go type.
    let schema: TypedSchema

    init(_ json: JSONValue, view: JSONValue? = nil, as schema: TypedSchema) {
        self.json = json
        self.view = view ?? json
        self.schema = schema
    }

    /// The object as Go's types have it: `.ID`, zero values for what is absent.
    var typed: TemplateValue { schema.view(view) }

    /// The object as JSON has it: `.Id`, numbers as spelt.
    var raw: TemplateValue { UntypedView(numbers: .text).value(of: view) }
}
