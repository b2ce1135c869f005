import CommandGrammar
import Filters

extension FilterList: FlagValue {
    public static var typeName: String { "filter" }

    public mutating func take(_ text: String) throws(ValueError) {
        do {
            try add(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}
