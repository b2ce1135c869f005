import CommandGrammar

/// How willingly the kernel swaps, 0 to 100; -1 leaves it to the kernel.
struct Swappiness: FlagValue, Equatable {
    var percent: Int64 = -1

    static var typeName: String { "int64" }
    var defaultText: String { String(percent) }

    mutating func take(_ text: String) throws(ValueError) {
        try percent.take(text)
        guard (-1...100).contains(percent) else { throw ValueError("\(text) is not within 0 to 100") }
    }
}
