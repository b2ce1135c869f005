import Glibc

/// Takes apart the stream of attach, exec and logs without a terminal: frames of an 8-byte header (stream number,
/// three zeros, 32-bit big-endian length) and a payload.
///
/// Payload is handed on as it comes, half a frame at once. Nothing is ever allocated from a length field.
public struct FrameDecoder {
    /// Where payload belongs.
    public enum Kind: Equatable, Sendable {
        /// Streams 0 and 1.
        case standardOutput
        /// Stream 2.
        case standardError
    }

    /// A read buffer of this many bytes makes the most of in-place compaction.
    public static let bufferSize = 256 << 10

    /// The longest error text of a daemon that is kept, in bytes.
    public static let longestErrorText = 1 << 20

    private var header: (UInt64, count: Int) = (0, 0)
    private var current = Stream.output
    private var remaining = 0
    private var errorText: [UInt8] = []

    private enum Stream {
        case output, error, daemonError
    }

    public init() {}

    /// Hands the payloads in `bytes` to `sink`, in order; neighbours of one kind come as one run.
    ///
    /// `bytes` is used as scratch space: what is in it afterwards means nothing.
    /// Throws `FrameError`, and what `sink` throws.
    public mutating func feed(
        _ bytes: UnsafeMutableRawBufferPointer, sink: (Kind, UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard let base = bytes.baseAddress else { return }
        var run = Run(base: base)
        var position = 0
        while position < bytes.count {
            if remaining == 0 {
                position = readHeader(base, from: position, to: bytes.count)
                guard header.count == 8 else { break }
                do throws(FrameError) { try beginFrame() } catch {
                    try run.flush(to: sink)
                    throw error
                }
                continue
            }
            let count = min(remaining, bytes.count - position)
            remaining -= count
            switch current {
            case .output: try run.add(.standardOutput, at: position, count, sink)
            case .error: try run.add(.standardError, at: position, count, sink)
            case .daemonError:
                errorText += UnsafeRawBufferPointer(start: base + position, count: count)
                    .prefix(Self.longestErrorText - errorText.count)
                if remaining == 0 || errorText.count == Self.longestErrorText {
                    try run.flush(to: sink)
                    throw FrameError.daemon(message: errorText)
                }
            }
            position += count
        }
        try run.flush(to: sink)
    }

    /// Says that no more bytes come; throws when a frame is incomplete.
    public func finish() throws(FrameError) {
        if !errorText.isEmpty { throw .daemon(message: errorText) }
        guard remaining == 0, header.count == 0 else { throw .truncated }
    }

    private mutating func readHeader(_ base: UnsafeMutableRawPointer, from start: Int, to end: Int) -> Int {
        if header.count == 0, end - start >= 8 {
            header = (UInt64(bigEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self)), 8)
            return start + 8
        }
        var position = start
        while position < end, header.count < 8 {
            header.0 = header.0 << 8 | UInt64(base.load(fromByteOffset: position, as: UInt8.self))
            header.count += 1
            position += 1
        }
        return position
    }

    private mutating func beginFrame() throws(FrameError) {
        let number = UInt8(truncatingIfNeeded: header.0 >> 56)
        remaining = Int(UInt32(truncatingIfNeeded: header.0))
        header = (0, 0)
        switch number {
        case 0, 1: current = .output
        case 2: current = .error
        case 3:
            current = .daemonError
            if remaining == 0 { throw .daemon(message: []) }
        default: throw .unknownStream(number)
        }
    }

    /// Payload of one kind, moved together at the place where the first of it lay.
    private struct Run {
        let base: UnsafeMutableRawPointer
        var kind = Kind.standardOutput
        var start = 0
        var count = 0

        @inline(__always)
        mutating func add(
            _ newKind: Kind, at position: Int, _ length: Int, _ sink: (Kind, UnsafeRawBufferPointer) throws -> Void
        ) throws {
            if kind != newKind || count == 0 {
                try flush(to: sink)
                kind = newKind
                start = position
            } else {
                memmove(base + start + count, base + position, length)
            }
            count += length
        }

        @inline(__always)
        mutating func flush(to sink: (Kind, UnsafeRawBufferPointer) throws -> Void) throws {
            guard count > 0 else { return }
            let length = count
            count = 0
            try sink(kind, UnsafeRawBufferPointer(start: base + start, count: length))
        }
    }
}
