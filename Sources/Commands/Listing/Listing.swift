import GoTemplate

/// What there is to show of a listed thing: table, `--format`, JSON and quiet output follow from it.
struct Listing<Row> {
    /// The row's type as Go's messages name it; scripts match on them.
    let typeName: String
    let columns: [Column<Row>]
    /// The fields of the table when nothing else was asked for.
    let table: [String]
    /// The field that `--quiet` prints.
    let quiet: String
    /// The template of `--format raw`; nil where the word means nothing special.
    let raw: String?
    /// What `raw` calls the quiet field: `container_id`.
    let rawQuiet: String
    /// For `.Label "name"`; nil for things without labels.
    let label: ((Row, String) -> String?)?
    private let shape: RowShape

    init(
        typeName: String, columns: [Column<Row>], table: [String], quiet: String = "ID", raw: String? = nil,
        rawQuiet: String = "", label: ((Row, String) -> String?)? = nil
    ) {
        self.typeName = typeName
        self.columns = columns
        self.table = table
        self.quiet = quiet
        self.raw = raw
        self.rawQuiet = rawQuiet
        self.label = label
        shape = RowShape(
            typeName: typeName, fieldNames: columns.map(\.field), isInJSON: columns.map(\.isInJSON),
            hasLabels: label != nil)
    }

    func column(_ field: String) -> Column<Row>? { columns.first { $0.field == field } }

    /// A row as a template sees it.
    func object(_ row: Row) -> RowObject {
        RowObject(shape: shape) { [columns, label] part in
            switch part {
            case .column(let index): columns[index].value(row)
            case .json(let index): columns[index].json(row)
            case .label(let name): .string(label?(row, name) ?? "")
            }
        }
    }
}
