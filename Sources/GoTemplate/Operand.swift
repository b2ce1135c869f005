/// A value on its way through a pipeline, with what Go's static types would know about it.
struct Operand {
    var value: TemplateValue
    /// Whether the value came out of a container of anything, so that its static type is `interface {}`.
    /// A null that is not boxed is no value at all.
    var isBoxed = false

    /// The absence of a value, which prints `<no value>`.
    static var missing: Operand { Operand(value: .null) }

    init(value: TemplateValue) {
        self.value = value
    }

    init(_ value: TemplateValue, elementType: String) {
        self.value = value
        isBoxed = elementType == anyType
    }

    var isMissing: Bool { !isBoxed && value.isNull }

    var typeName: String { isBoxed ? anyType : value.typeName }

    /// The value as the end of a pipeline gives it on.
    var unboxed: Operand { Operand(value: value) }
}
