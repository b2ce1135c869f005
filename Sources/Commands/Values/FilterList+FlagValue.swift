import CommandGrammar
import Filters

extension FilterList: FlagValue {
    public static var typeName: String { "filter" }
    public static var isList: Bool { true }

    public mutating func take(_ text: String) throws(ValueError) {
        do {
            try add(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}
