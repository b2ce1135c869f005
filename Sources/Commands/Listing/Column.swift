import GoTemplate

/// One field of a listed thing: its heading in a table, its name in templates and JSON, its value.
struct Column<Row> {
    let heading: String
    let field: String
    let value: (Row) -> TemplateValue
    /// The value that the row's JSON shows, mostly the same.
    let json: (Row) -> TemplateValue

    /// A field whose value is text, as nearly all are.
    init(_ heading: String, _ field: String, _ text: @escaping (Row) -> String) {
        self.init(heading, field, value: { .string(text($0)) })
    }

    /// A text that the row's JSON spells otherwise.
    init(_ heading: String, _ field: String, json: @escaping (Row) -> String, _ text: @escaping (Row) -> String) {
        self.heading = heading
        self.field = field
        value = { .string(text($0)) }
        self.json = { .string(json($0)) }
    }

    init(_ heading: String, _ field: String, value: @escaping (Row) -> TemplateValue) {
        self.heading = heading
        self.field = field
        self.value = value
        json = value
    }
}
