import GoTemplate

/// A row as a template sees it.
struct RowObject<Row>: TemplateObject {
    let listing: Listing<Row>
    let row: Row

    var typeName: String { listing.typeName }
    var fieldNames: [String] { listing.columns.map(\.field) }
    var escapesHTML: Bool { true }

    func field(_ name: String) -> TemplateValue? { listing.column(name)?.value(row) }

    var jsonMembers: [(name: String, value: TemplateValue)] {
        listing.columns.map { (name: $0.field, value: $0.json(row)) }.sorted { $0.name < $1.name }
    }

    func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? {
        name == "Label" && listing.labels != nil ? [.string] : nil
    }

    func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
        guard case .string(let label)? = arguments.first else { return .string("") }
        return .string(listing.labels?(row)[label] ?? "")
    }
}

/// The headings of a table as a template sees them, so that the row's template makes the heading line too.
struct HeadingObject<Row>: TemplateObject {
    let listing: Listing<Row>

    var typeName: String { "formatter.SubHeaderContext" }
    var fieldNames: [String] { listing.columns.map(\.field) }

    func field(_ name: String) -> TemplateValue? {
        if parameters(ofMethod: name) != nil { return nil }
        return listing.column(name).map { .string($0.heading) } ?? TemplateValue.null
    }

    func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? {
        name == "Label" && listing.labels != nil ? [.string] : nil
    }

    /// The heading of `.Label "a.b-c_d"` is its last part in words: `b c d`.
    func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
        guard case .string(let label)? = arguments.first else { return .string("") }
        let last = label.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        return .string(String(last.map { $0 == "-" || $0 == "_" ? " " : $0 }))
    }
}
