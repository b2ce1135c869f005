import GoTemplate

/// The headings of a table as a template sees them, so that the row's template makes the heading line too.
struct HeadingObject<Row>: TemplateObject {
    let listing: Listing<Row>

    var typeName: String { "formatter.SubHeaderContext" }
    var fieldNames: [String] { listing.columns.map(\.field) }

    func field(_ name: String) -> TemplateValue? {
        if parameters(ofMethod: name) != nil { return nil }
        return (listing.column(name)?.heading).map { .string($0) } ?? TemplateValue.null
    }

    func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? {
        name == "Label" && listing.label != nil ? [.string] : nil
    }

    /// The heading of `.Label "a.b-c_d"` is its last part in words: `b c d`.
    func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
        guard case .string(let label)? = arguments.first else { return .string("") }
        let last = label.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
        return .string(String(last.map { $0 == "-" || $0 == "_" ? " " : $0 }))
    }
}
