import GoTemplate

/// One field of a listed thing: its heading in a table, its name in templates and JSON, its value.
struct Column<Row> {
    /// nil where docker has none: templates then print `<no value>` above the column.
    let heading: String?
    let field: String
    let value: (Row) -> TemplateValue
    /// The value that the row's JSON shows, mostly the same.
    let json: (Row) -> TemplateValue
    private(set) var isInJSON = true
    /// The text in the plain table, mostly the same.
    private(set) var cell: (Row) -> String

    /// A field whose value is text, as nearly all are.
    init(_ heading: String?, _ field: String, _ text: @escaping (Row) -> String) {
        self.init(heading, field, value: { .string(text($0)) })
    }

    /// A text that the row's JSON spells otherwise.
    init(_ heading: String?, _ field: String, json: @escaping (Row) -> String, _ text: @escaping (Row) -> String) {
        self.heading = heading
        self.field = field
        value = { .string(text($0)) }
        self.json = { .string(json($0)) }
        cell = text
    }

    init(_ heading: String?, _ field: String, value: @escaping (Row) -> TemplateValue) {
        self.heading = heading
        self.field = field
        self.value = value
        json = value
        cell = { value($0).plainText }
    }

    /// The same column for templates only: a field that newer clients have no more.
    var outsideJSON: Column {
        var column = self
        column.isInJSON = false
        return column
    }

    /// The same column with a sign behind the value in the plain table: ` *` for the one that is in use.
    func marked(_ sign: @escaping (Row) -> String) -> Column {
        var column = self
        column.cell = { [cell] in cell($0) + sign($0) }
        return column
    }
}
