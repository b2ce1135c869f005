/// How the bytes of a build context are packed, told by their beginning.
enum ArchiveFormat: Equatable {
    case tar, gzip, bzip2, xz, zstandard

    /// Bytes of the beginning that are needed to tell.
    static let needed = TarEntry.blockSize

    /// nil for what is no archive, such as a Dockerfile.
    init?(beginning bytes: [UInt8]) {
        let marks: [([UInt8], ArchiveFormat)] = [
            ([0x1f, 0x8b, 0x08], .gzip), ([0x42, 0x5a, 0x68], .bzip2), ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], .xz),
            ([0x28, 0xb5, 0x2f, 0xfd], .zstandard),
        ]
        if let found = marks.first(where: { bytes.starts(with: $0.0) }) {
            self = found.1
        } else if Self.isTarHeader(bytes.prefix(TarEntry.blockSize)) {
            self = .tar
        } else {
            return nil
        }
    }

    /// Whether the checksum of the first header is right, the way old and new tar programs count it.
    private static func isTarHeader(_ block: ArraySlice<UInt8>) -> Bool {
        guard block.count == TarEntry.blockSize, block.contains(where: { $0 != 0 }) else { return false }
        let field = 148..<156
        let text = String(decoding: block[field], as: UTF8.self).split { $0 == " " || $0 == "\0" }.first ?? ""
        guard let told = Int(text, radix: 8) else { return false }
        let counted = block.enumerated().map { field.contains($0.offset) ? UInt8(ascii: " ") : $0.element }
        let unsigned = counted.reduce(0) { $0 + Int($1) }
        let signed = counted.reduce(0) { $0 + Int(Int8(bitPattern: $1)) }
        return told == unsigned || told == signed
    }
}
