/// Looks for the detach keys in what is typed. Bytes that may be their beginning are held back until
/// the next ones decide.
public struct DetachScanner {
    private let keys: [UInt8]
    private var held = 0

    public init(_ keys: DetachKeys) {
        self.keys = keys.bytes
    }

    /// The bytes to pass on, and whether the keys were typed; nothing after them is passed on.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> (through: [UInt8], detached: Bool) {
        var through: [UInt8] = []
        for byte in bytes {
            var candidate = keys[..<held] + [byte]
            while !keys.starts(with: candidate) { through.append(candidate.removeFirst()) }
            held = candidate.count
            if held == keys.count {
                held = 0
                return (through, true)
            }
        }
        return (through, false)
    }

    /// What is held back at the end of the input, to be passed on.
    public mutating func finish() -> [UInt8] {
        defer { held = 0 }
        return Array(keys[..<held])
    }
}
