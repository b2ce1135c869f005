import CommandGrammar
import Terminal

/// A length of time as typed: `1m30s`, `500ms`.
struct TimeSpan: FlagValue, Equatable {
    var nanoseconds: Int64 = 0

    static var typeName: String { "duration" }

    mutating func take(_ text: String) throws(ValueError) {
        do {
            nanoseconds = try GoDuration.parse(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}
