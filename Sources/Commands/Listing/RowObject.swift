import GoTemplate

/// A row as a template sees it. It is of no row's type: code for any type of row would find its types at run time.
struct RowObject: TemplateObject {
    enum Part {
        /// The column at this place.
        case column(Int)
        /// The same as `json` spells it.
        case json(Int)
        /// The label of this name.
        case label(String)
    }

    let shape: RowShape
    let value: (Part) -> TemplateValue

    var typeName: String { shape.typeName }
    var fieldNames: [String] { shape.fieldNames }
    var escapesHTML: Bool { true }

    func field(_ name: String) -> TemplateValue? { shape.fieldNames.firstIndex(of: name).map { value(.column($0)) } }

    var jsonMembers: [(name: String, value: TemplateValue)] {
        shape.sorted.map { (name: shape.fieldNames[$0], value: value(.json($0))) }
    }

    func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? {
        name == "Label" && shape.hasLabels ? [.string] : nil
    }

    func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
        guard case .string(let label)? = arguments.first else { return .string("") }
        return value(.label(label))
    }
}
