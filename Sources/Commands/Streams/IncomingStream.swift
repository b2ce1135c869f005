import EngineAPI
import Glibc
import Terminal
import Transport

/// What a container says, on its way to stdout and stderr.
///
/// At most one buffer is held: nothing more is read before it is written.
final class IncomingStream {
    private let stream: any ByteStream
    private let out: Output
    private let err: Output
    private var decoder: FrameDecoder?
    private let wanted: StreamSelection
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FrameDecoder.bufferSize, alignment: 16)
    private var runs: [Run] = []
    private var position = 0
    private var failure: (any Error)?
    private var hasEnded = false
    /// Whether anything came, the end too.
    private(set) var hasHeard = false

    private struct Run {
        let kind: FrameDecoder.Kind
        var bytes: UnsafeRawBufferPointer
    }

    /// A pipe, socket or terminal that `poll` calls writable takes this much without blocking (pipe(7), PIPE_BUF).
    private static let safePiece = 4096

    /// - Parameters:
    ///   - isRaw: the bytes are a terminal's, without frames.
    ///   - wanted: frames of other streams are dropped: Podman sends them unasked.
    init(_ stream: any ByteStream, isRaw: Bool, wanted: StreamSelection, out: Output, err: Output) {
        self.stream = stream
        self.out = out
        self.err = err
        self.wanted = wanted
        decoder = isRaw ? nil : FrameDecoder()
    }

    deinit { buffer.deallocate() }

    /// Whether everything came and was written.
    var isOver: Bool { hasEnded && target == nil }

    /// Whether the next thing to do is to read.
    var wantsInput: Bool { !hasEnded && target == nil }

    /// Where the bytes that wait go; nil when none wait.
    var target: Output? {
        position < runs.count ? (runs[position].kind == .standardOutput ? out : err) : nil
    }

    /// Reads once and takes the frames apart.
    func receive() {
        hasHeard = true
        do {
            let count = try stream.read(into: buffer)
            guard count > 0 else {
                hasEnded = true
                return try decoder?.finish() ?? ()
            }
            let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
            runs.removeAll(keepingCapacity: true)
            position = 0
            if decoder == nil { return runs.append(Run(kind: .standardOutput, bytes: UnsafeRawBufferPointer(bytes))) }
            try decoder?.feed(bytes) { kind, bytes in
                guard wanted.contains(kind == .standardOutput ? .output : .error) else { return }
                runs.append(Run(kind: kind, bytes: bytes))
            }
        } catch {
            hasEnded = true
            failure = error
        }
    }

    /// Writes some of what waits, so little that it does not block when `isPatient` and the target is writable.
    ///
    /// - Throws: `OutputError`, and after the last byte what was wrong with the stream.
    func pass(isPatient: Bool) throws {
        if let target {
            let bytes = runs[position].bytes
            let piece = isPatient && Self.canBlock(target) ? min(bytes.count, Self.safePiece) : bytes.count
            try target.write(UnsafeRawBufferPointer(rebasing: bytes[..<piece]))
            runs[position].bytes = UnsafeRawBufferPointer(rebasing: bytes[piece...])
            if piece == bytes.count { position += 1 }
            try target.flush()
        }
        if target == nil, let failure { throw failure }
    }

    private static func canBlock(_ output: Output) -> Bool {
        guard let descriptor = output.fileDescriptor else { return false }
        var facts = stat()
        return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT != S_IFREG
    }
}
