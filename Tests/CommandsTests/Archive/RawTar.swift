/// A tar archive written by hand, so that it can be as wrong as a test wants it.
struct RawTar {
    private(set) var bytes: [UInt8] = []

    /// The archive with its end mark.
    var whole: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }

    /// - Parameters:
    ///   - size: what the header says; the content's length without.
    ///   - sizeField: the field's bytes as they are, in place of `size`.
    mutating func add(
        _ name: String, type: Character = "0", link: String = "", mode: Int = 0o644, content: [UInt8] = [],
        size: Int? = nil, sizeField: [UInt8]? = nil
    ) {
        var block = [UInt8](repeating: 0, count: 512)
        func put(_ bytes: some Collection<UInt8>, at offset: Int) {
            block.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        }
        func octal(_ number: Int, _ digits: Int) -> [UInt8] {
            let text = String(number, radix: 8)
            return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
        }
        put(Array(name.utf8.prefix(100)), at: 0)
        put(octal(mode, 7), at: 100)
        put(octal(0, 7), at: 108)
        put(octal(0, 7), at: 116)
        put(sizeField ?? octal(size ?? content.count, 11), at: 124)
        put(octal(1_000_000_000, 11), at: 136)
        put(Array("        ".utf8), at: 148)
        block[156] = type.asciiValue ?? 0
        put(Array(link.utf8.prefix(100)), at: 157)
        put(Array("ustar\u{0}00".utf8), at: 257)
        put(octal(block.reduce(0) { $0 + Int($1) }, 6) + [0, 32], at: 148)
        bytes += block + content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    mutating func add(_ name: String, text: String) { add(name, content: Array(text.utf8)) }

    /// An extended header of `pax` with these records.
    mutating func extend(_ records: (String, String)...) {
        add("PaxHeader", type: "x", content: records.flatMap { Self.record($0.0, $0.1) })
    }

    /// As if this much of the archive had arrived.
    func cut(_ count: Int) -> [UInt8] { Array(bytes.prefix(count)) }

    static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = key.utf8.count + value.utf8.count + 3
        var length = rest + String(rest).utf8.count
        length = rest + String(length).utf8.count
        return Array("\(length) \(key)=\(value)\n".utf8)
    }
}
