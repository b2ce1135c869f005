/// A Go struct, or anything with fields and methods of its own.
public protocol TemplateObject {
    /// The type as Go's messages name it, such as `*formatter.ContainerContext`.
    var typeName: String { get }

    /// The value of a field or of a method without parameters; nil where there is none of that name.
    func field(_ name: String) -> TemplateValue?

    /// The fields in the order they are declared and printed.
    var fieldNames: [String] { get }

    /// What `json` writes, in this order.
    var jsonMembers: [(name: String, value: TemplateValue)] { get }

    /// What Go's `String` method gives where the type has one: printed instead of the fields.
    var printedText: String? { get }

    /// What `json` writes instead of members; nil for a plain struct.
    var jsonText: TemplateValue? { get }

    /// Whether `json` writes `<`, `>` and `&` inside it as `\u003c` and so on, as types that marshal themselves do.
    var escapesHTML: Bool { get }

    /// What a method with parameters takes, nil where there is no such method.
    func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]?

    /// Calls a method that has parameters; the arguments fit what `parameters(ofMethod:)` said.
    func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue
}

extension TemplateObject {
    public var jsonMembers: [(name: String, value: TemplateValue)] {
        fieldNames.map { ($0, field($0) ?? .null) }
    }

    public var printedText: String? { nil }
    public var jsonText: TemplateValue? { nil }
    public var escapesHTML: Bool { false }

    public func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? { nil }

    public func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
        .null
    }
}
