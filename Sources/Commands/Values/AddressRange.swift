import Glibc

/// A range of internet addresses: `10.1.0.0/16`, `fd00::/64`; an address alone is a range of one.
struct AddressRange: Equatable {
    /// 4 or 16 of them, in network order.
    private let bytes: [UInt8]
    private let prefixLength: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let address = parts.first, let bytes = Self.bytes(of: address) else { return nil }
        self.bytes = bytes
        if parts.count == 1 {
            prefixLength = bytes.count * 8
        } else {
            guard let length = Int(parts[1]), (0...bytes.count * 8).contains(length) else { return nil }
            prefixLength = length
        }
    }

    /// Whether the start of `other` lies within.
    func contains(_ other: AddressRange) -> Bool {
        guard bytes.count == other.bytes.count else { return false }
        return (0..<prefixLength).allSatisfy { bit in
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            return bytes[bit / 8] & mask == other.bytes[bit / 8] & mask
        }
    }

    private static func bytes(of text: String) -> [UInt8]? {
        var four = [UInt8](repeating: 0, count: 4)
        if inet_pton(AF_INET, text, &four) == 1 { return four }
        var sixteen = [UInt8](repeating: 0, count: 16)
        return inet_pton(AF_INET6, text, &sixteen) == 1 ? sixteen : nil
    }
}
