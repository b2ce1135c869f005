import CommandGrammar

/// One element of a list flag, read from one occurrence of it.
protocol ListElement: Equatable {
    /// The flag's type in help.
    static var typeName: String { get }

    /// Reads what stood behind the flag.
    init(parsing text: String) throws(ValueError)
}

extension ListElement {
    static var typeName: String { "list" }
}

/// A list flag whose every occurrence is read into a value of its own.
struct ListOf<Element: ListElement>: FlagValue, Equatable, ExpressibleByArrayLiteral {
    var values: [Element]

    init(_ values: [Element] = []) { self.values = values }
    init(arrayLiteral elements: Element...) { values = elements }

    static var typeName: String { Element.typeName }

    mutating func take(_ text: String) throws(ValueError) {
        values.append(try Element(parsing: text))
    }
}
