import CommandGrammar

/// Memory and swap together, in bytes; -1 for as much swap as there is.
struct SwapLimit: FlagValue, Equatable {
    var bytes: Int64 = 0

    static var typeName: String { "bytes" }

    mutating func take(_ text: String) throws(ValueError) {
        if text == "-1" {
            bytes = -1
        } else {
            var amount = ByteCount()
            try amount.take(text)
            bytes = amount.bytes
        }
    }
}
