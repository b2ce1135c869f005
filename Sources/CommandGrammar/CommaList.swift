/// A list flag whose every occurrence may hold several values, separated by commas and quoted as in RFC 4180.
public struct CommaList: FlagValue, Equatable, ExpressibleByArrayLiteral, Sendable {
    public var values: [String]

    public init(_ values: [String] = []) { self.values = values }
    public init(arrayLiteral elements: String...) { values = elements }

    public static var typeName: String { "stringSlice" }
    public static var isList: Bool { true }

    public mutating func take(_ text: String) throws(ValueError) {
        values += try Self.fields(text)
    }

    /// Splits one record at its commas.
    ///
    /// - Throws: `ValueError` for a quote that does not close or stands inside an unquoted field.
    public static func fields(_ record: String) throws(ValueError) -> [String] {
        if record.isEmpty { return [] }
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var wasQuoted = false
        var characters = record.unicodeScalars.makeIterator()
        var pending = characters.next()
        while let character = pending {
            pending = characters.next()
            switch character {
            case "\"" where isQuoted && pending == "\"":
                field.unicodeScalars.append("\"")
                pending = characters.next()
            case "\"" where isQuoted:
                isQuoted = false
                if let next = pending, next != "," {
                    throw ValueError("text follows a closing quote in \(record)")
                }
            case "\"" where field.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
            case "\"":
                throw ValueError("a quote stands inside a field of \(record)")
            case "," where !isQuoted:
                fields.append(field)
                field = ""
                wasQuoted = false
            default:
                field.unicodeScalars.append(character)
            }
        }
        if isQuoted { throw ValueError("a quote is not closed in \(record)") }
        fields.append(field)
        return fields
    }
}
