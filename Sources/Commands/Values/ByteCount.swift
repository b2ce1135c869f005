import CommandGrammar
import Terminal

/// An amount of memory as typed: `512m`, `1.5g`, `64 MiB`; a bare number counts bytes.
struct ByteCount: FlagValue, Equatable {
    var bytes: Int64 = 0

    static var typeName: String { "bytes" }

    mutating func take(_ text: String) throws(ValueError) {
        bytes = try Self.read(text)
    }

    /// The number of bytes that the text spells.
    static func read(_ text: String) throws(ValueError) -> Int64 {
        do {
            return try MemorySize.parse(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}

/// Memory and swap together, in bytes; -1 for as much swap as there is.
struct SwapLimit: FlagValue, Equatable {
    var bytes: Int64 = 0

    static var typeName: String { "bytes" }

    mutating func take(_ text: String) throws(ValueError) {
        bytes = text == "-1" ? -1 : try ByteCount.read(text)
    }
}
