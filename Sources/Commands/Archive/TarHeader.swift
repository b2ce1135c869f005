/// A header block of a tar archive: fields at fixed places (POSIX.1-2017 `pax`, "ustar Interchange Format").
struct TarHeader {
    /// 512 of them.
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether this is the mark behind the last member.
    var isEnd: Bool { bytes.allSatisfy { $0 == 0 } }

    var type: UInt8 { bytes[156] }
    var name: [UInt8] {
        let name = text(0..<100)
        let prefix = isPOSIX ? text(345..<500) : []
        return prefix.isEmpty ? name : prefix + [UInt8(ascii: "/")] + name
    }
    var link: [UInt8] { text(157..<257) }
    var mode: UInt32 { get throws { UInt32(truncatingIfNeeded: try number(100..<108)) & 0o7777 } }
    var modified: Int64 { get throws { try number(136..<148) } }
    var device: (major: UInt32, minor: UInt32) {
        get throws {
            (UInt32(truncatingIfNeeded: try number(329..<337)), UInt32(truncatingIfNeeded: try number(337..<345)))
        }
    }

    /// Never negative.
    var size: Int64 {
        get throws {
            let size = try number(124..<136)
            guard size >= 0 else { throw TarError.badNumber }
            return size
        }
    }

    /// - Throws: `TarError.noHeader` when the checksum is wrong, the way old and new tar programs count it.
    func check() throws {
        let field = 148..<156
        var unsigned: Int64 = 0
        var signed: Int64 = 0
        for (index, byte) in bytes.enumerated() {
            let counted = field.contains(index) ? UInt8(ascii: " ") : byte
            unsigned += Int64(counted)
            signed += Int64(Int8(bitPattern: counted))
        }
        guard let told = try? number(field), told == unsigned || told == signed else { throw TarError.noHeader }
    }

    private var isPOSIX: Bool { bytes[257..<263].elementsEqual("ustar\0".utf8) }

    private func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range].prefix { $0 != 0 }) }

    /// Octal digits between blanks, or the binary form of GNU tar, marked by the first bit.
    private func number(_ range: Range<Int>) throws -> Int64 {
        let field = bytes[range]
        guard let first = field.first else { return 0 }
        if first & 0x80 != 0 {
            // The second bit is the sign of a two's complement number.
            var value: Int64 = first & 0x40 != 0 ? -1 : 0
            for (index, byte) in field.enumerated() {
                let (shifted, overflow) = value.multipliedReportingOverflow(by: 256)
                if overflow { throw TarError.badNumber }
                value = shifted | Int64(index == 0 ? byte & 0x3f | (first & 0x40 != 0 ? 0xc0 : 0) : byte)
            }
            return value
        }
        var value: Int64 = 0
        let digits = field.drop { $0 == UInt8(ascii: " ") || $0 == 0 }
        for byte in digits {
            if byte == UInt8(ascii: " ") || byte == 0 { break }
            // Twelve digits fit.
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { throw TarError.badNumber }
            value = value << 3 | Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
