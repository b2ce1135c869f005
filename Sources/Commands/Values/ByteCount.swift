import CommandGrammar
import Terminal

/// A number of bytes as typed: `512m`, `1.5GB`; powers of 1024.
struct ByteCount: FlagValue, Equatable {
    var bytes: Int64 = 0

    static var typeName: String { "bytes" }

    mutating func take(_ text: String) throws(ValueError) {
        do {
            bytes = try MemorySize.parse(text)
        } catch {
            throw ValueError("\(error)")
        }
    }
}

extension ByteCount: ExpressibleByUntypedDefault {
    static var untyped: ByteCount { ByteCount() }
}
