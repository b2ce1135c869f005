/// The part of a request that is still to be written.
final class Upload {
    private var block: [UInt8]
    private var start = 0
    private var end: Int
    private var source: Source?

    private struct Source {
        let read: (UnsafeMutableRawBufferPointer) throws -> Int
        let length: Int?
        var sent = 0
    }

    // Room before the bytes of a chunk for its size in six hex digits and CR LF, and behind them for CR LF.
    private static let prefix = 8
    private static let room = 64 << 10

    /// Head and body of `request`; throws when the head cannot be sent.
    init(_ request: HTTPRequest, hostHeader: String) throws(TransportError) {
        block = try request.encodedHead(hostHeader: hostHeader)
        switch request.body {
        case .none: break
        case .bytes(let bytes): block += bytes
        case .stream(let length, let reader): source = Source(read: reader, length: length)
        }
        end = block.count
    }

    /// Writes what `stream` takes without waiting, at most one block; false when nothing is left to write.
    func step(to stream: any ByteStream) throws(TransportError) -> Bool {
        if start == end {
            guard source != nil else { return false }
            try refill()
        }
        let written = try block.withUnsafeBufferPointer { bytes throws(TransportError) in
            try stream.writeSome(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[start..<end])))
        }
        start += written
        return start < end || source != nil
    }

    private func refill() throws(TransportError) {
        guard var source else { return }
        if block.count != Self.prefix + Self.room + 2 {
            block = [UInt8](repeating: 0, count: Self.prefix + Self.room + 2)
        }
        let wanted = min(source.length.map { $0 - source.sent } ?? Self.room, Self.room)
        let count = wanted > 0 ? try read(from: source, at: Self.prefix, limit: wanted) : 0
        source.sent += count
        start = Self.prefix
        end = start + count
        if let length = source.length {
            guard count > 0 || source.sent == length else { throw .wrongUploadLength(expected: length) }
            self.source = source.sent == length ? nil : source
        } else {
            frameChunk(of: count)
            self.source = count == 0 ? nil : source
        }
    }

    private func read(from source: Source, at offset: Int, limit: Int) throws(TransportError) -> Int {
        let count: Int
        do {
            count = try block.withUnsafeMutableBytes { bytes in
                try source.read(UnsafeMutableRawBufferPointer(rebasing: bytes[offset..<offset + limit]))
            }
        } catch {
            // Also when it is a TransportError: it speaks of another connection than this one.
            throw .caller(error)
        }
        guard (0...limit).contains(count) else { throw .wrongUploadLength(expected: limit) }
        return count
    }

    // The last chunk, of size 0, ends with the empty line behind an empty trailer: the same two bytes.
    private func frameChunk(of count: Int) {
        var rest = count
        for position in stride(from: Self.prefix - 3, through: 0, by: -1) {
            let digit = UInt8(rest & 15)
            block[position] = digit < 10 ? 48 + digit : 87 + digit
            rest >>= 4
        }
        block[Self.prefix - 2] = 13
        block[Self.prefix - 1] = 10
        block[end] = 13
        block[end + 1] = 10
        start = 0
        end += 2
    }
}
