/// A list that holds its elements.
public struct ArrayList: TemplateList {
    /// The elements in order.
    public var elements: [TemplateValue]
    public var elementType: String
    public var isNil: Bool

    /// A list of these elements.
    public init(_ elements: [TemplateValue], elementType: String = "interface {}") {
        self.elements = elements
        self.elementType = elementType
        isNil = false
    }

    /// A nil slice of a type.
    public init(nilOf elementType: String) {
        elements = []
        self.elementType = elementType
        isNil = true
    }

    public var count: Int { elements.count }

    public func element(at index: Int) -> TemplateValue { elements[index] }
}
