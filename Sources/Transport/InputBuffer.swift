import Glibc

/// Bytes that came from the peer and were not used yet.
///
/// It is filled only when empty; the front part of a line that is still incomplete is kept aside.
final class InputBuffer {
    private let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var start = 0
    private var end = 0
    /// What has come of a line whose end has not.
    private(set) var incompleteLine: [UInt8] = []

    deinit { storage.deallocate() }

    var isEmpty: Bool { start == end }

    /// Reads once from `stream`; false at its end.
    func fill(from stream: any ByteStream) throws(TransportError) -> Bool {
        start = 0
        end = 0
        end = try stream.read(into: storage)
        return end > 0
    }

    /// Moves up to `limit` bytes to the front of `target` and returns how many.
    func take(into target: UnsafeMutableRawBufferPointer, limit: Int) -> Int {
        let count = min(limit, target.count, end - start)
        guard count > 0, let to = target.baseAddress, let from = storage.baseAddress else { return 0 }
        memcpy(to, from + start, count)
        start += count
        return count
    }

    /// Hands the next line, without its CR LF or LF, to `use`; nil when its end has not come yet.
    func takeLine<Value>(
        limit: Int, tooLong: @autoclosure () -> TransportError,
        _ use: (UnsafeRawBufferPointer) throws(TransportError) -> Value
    ) throws(TransportError) -> Value? {
        let rest = UnsafeRawBufferPointer(rebasing: storage[start..<end])
        guard let base = rest.baseAddress, let found = memchr(base, 10, rest.count) else {
            guard incompleteLine.count + rest.count <= limit else { throw tooLong() }
            incompleteLine += rest
            start = end
            return nil
        }
        let length = UnsafeRawPointer(found) - base
        guard incompleteLine.count + length <= limit else { throw tooLong() }
        start += length + 1
        let line = UnsafeRawBufferPointer(rebasing: rest[..<length])
        guard !incompleteLine.isEmpty else { return try use(Self.withoutReturn(line)) }
        incompleteLine += line
        let whole = incompleteLine
        incompleteLine.removeAll(keepingCapacity: false)
        return try whole.withUnsafeBufferPointer { all throws(TransportError) in
            try use(Self.withoutReturn(UnsafeRawBufferPointer(all)))
        }
    }

    private static func withoutReturn(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        line.last == 13 ? UnsafeRawBufferPointer(rebasing: line.dropLast()) : line
    }
}
