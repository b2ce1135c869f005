import CommandGrammar
import Terminal

/// A number of processors with fractions: `1.5`, `1/2`.
struct ProcessorCount: FlagValue, Equatable {
    /// Billionths of a processor.
    var nano: Int64 = 0

    static var typeName: String { "decimal" }

    mutating func take(_ text: String) throws(ValueError) {
        do {
            nano = try NanoCPUs.parse(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}
