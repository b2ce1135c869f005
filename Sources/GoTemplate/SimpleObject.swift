/// An object that holds its fields.
public struct SimpleObject: TemplateObject {
    public var typeName: String
    /// The fields in the order they are declared.
    public var fields: [(name: String, value: TemplateValue)]

    /// A struct of a type, with its fields.
    public init(_ typeName: String, _ fields: [(name: String, value: TemplateValue)]) {
        self.typeName = typeName
        self.fields = fields
    }

    public var fieldNames: [String] { fields.map(\.name) }

    public func field(_ name: String) -> TemplateValue? {
        fields.first { $0.name == name }?.value
    }
}
