/// Reads a tar archive as it comes: POSIX.1-2017 `ustar` and `pax`, and the long names of GNU tar.
///
/// It is our own rather than libarchive's because `cp` must decide about each component of each path itself, must not
/// reserve a byte because a header says so, and has no further library to load for 200 lines. One buffer of fixed
/// size is all the memory, besides an extended header of at most `headerLimit` bytes.
final class TarReader {
    /// Larger extended headers are refused, in bytes.
    static let headerLimit = 1 << 20
    static let blockSize = 512
    private static let bufferSize = 256 << 10

    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 16)
    private var start = 0
    private var end = 0
    /// What the current member still has, in bytes: content, and zeros behind it.
    private var left: Int64 = 0
    private var padding = 0
    private var isFirst = true

    /// - Parameter source: fills the front of a buffer and says how much of it; 0 at the end.
    init(source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) { self.source = source }

    deinit { buffer.deallocate() }

    /// The next member, once what was not read of the last one's content is skipped; nil at the end of the archive.
    ///
    /// - Throws: `TarError`, and what the source throws.
    func next() throws -> TarMember? {
        while try content() != nil {}
        var extended = TarExtension()
        while true {
            let block = try header()
            isFirst = false
            // Two blocks of zeros end an archive; some writers leave it at one.
            if block.isEnd { return nil }
            try block.check()
            switch block.type {
            case UInt8(ascii: "x"): try extended.read(records: long(block))
            case UInt8(ascii: "g"): _ = try long(block)
            case UInt8(ascii: "L"): extended.path = Self.text(try long(block))
            case UInt8(ascii: "K"): extended.link = Self.text(try long(block))
            default:
                let member = try extended.member(block)
                begin(member.size)
                return member
            }
        }
    }

    /// The next bytes of the current member's content, valid until the next call; nil behind the last.
    func content() throws -> UnsafeRawBufferPointer? {
        if left > 0 {
            if start == end { try fill() }
            let count = Int(min(Int64(end - start), left))
            defer {
                start += count
                left -= Int64(count)
            }
            return UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
        }
        while padding > 0 {
            if start == end { try fill() }
            let count = min(end - start, padding)
            start += count
            padding -= count
        }
        return nil
    }

    private func begin(_ size: Int64) {
        left = size
        padding = Int((Int64(Self.blockSize) - size % Int64(Self.blockSize)) % Int64(Self.blockSize))
    }

    private func header() throws -> TarHeader {
        while end - start < Self.blockSize {
            if start > 0 {
                buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
                (start, end) = (0, end - start)
            }
            try fill()
        }
        defer { start += Self.blockSize }
        return TarHeader(Array(buffer[start..<start + Self.blockSize]))
    }

    /// The content of an extended header.
    private func long(_ block: TarHeader) throws -> [UInt8] {
        let size = try block.size
        guard size <= Self.headerLimit else { throw TarError.headerTooLong(limit: Self.headerLimit) }
        begin(size)
        var bytes: [UInt8] = []
        while let piece = try content() { bytes += piece }
        return bytes
    }

    private static func text(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix { $0 != 0 }) }

    private func fill() throws {
        if start == end { (start, end) = (0, 0) }
        let count = try source(UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
        guard count > 0 else { throw isFirst && end == 0 ? TarError.empty : TarError.cut }
        end += count
    }
}
