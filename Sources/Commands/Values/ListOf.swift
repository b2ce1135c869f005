import CommandGrammar

/// One element of a list flag, read from one occurrence of it.
protocol ListElement: Equatable {
    /// The flag's type in help.
    static var typeName: String { get }

    /// What may stand as a value, nil where the type does not tell.
    static var completion: Completion? { get }

    /// Reads what stood behind the flag.
    init(parsing text: String) throws(ValueError)
}

extension ListElement {
    static var typeName: String { "list" }
    static var completion: Completion? { nil }
}

/// A list flag whose every occurrence is read into a value of its own.
struct ListOf<Element: ListElement>: FlagValue, Equatable, ExpressibleByArrayLiteral {
    var values: [Element]

    init(_ values: [Element] = []) { self.values = values }
    init(arrayLiteral elements: Element...) { values = elements }

    static var typeName: String { Element.typeName }
    static var isList: Bool { true }
    static var completion: Completion? { Element.completion }

    mutating func take(_ text: String) throws(ValueError) {
        values.append(try Element(parsing: text))
    }
}
