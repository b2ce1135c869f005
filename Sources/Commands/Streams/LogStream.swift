import EngineAPI
import Terminal
import Transport

/// The body of a logs answer, on its way to stdout and stderr.
struct LogStream {
    /// The bytes are a terminal's, without frames.
    let isRaw: Bool
    /// What of it is shown; nil for all.
    var filter: LogSince?

    /// - Throws: `FrameError`, `TransportError` for a cut stream, `OutputError`.
    mutating func copy(_ answer: Answer, _ session: Session) throws {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FrameDecoder.bufferSize, alignment: 16)
        defer { buffer.deallocate() }
        var decoder = FrameDecoder()
        while true {
            var count = try answer.readAvailable(into: buffer)
            if count == nil {
                // Whoever reads sees everything before we wait for more.
                try session.out.flush()
                try session.err.flush()
                count = try answer.read(into: buffer)
            }
            guard let count, count > 0 else { break }
            let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
            if isRaw {
                try write(UnsafeRawBufferPointer(bytes), .standardOutput, session)
            } else {
                try decoder.feed(bytes) { try write($1, $0, session) }
            }
        }
        if !isRaw { try decoder.finish() }
        for kind in [FrameDecoder.Kind.standardOutput, .standardError] {
            if let rest = filter?.rest(kind) { try output(kind, session).write(rest) }
        }
    }

    private mutating func write(
        _ bytes: UnsafeRawBufferPointer, _ kind: FrameDecoder.Kind, _ session: Session
    ) throws {
        if let shown = filter?.feed(bytes, kind) { return try output(kind, session).write(shown) }
        try output(kind, session).write(bytes)
    }

    private func output(_ kind: FrameDecoder.Kind, _ session: Session) -> Output {
        kind == .standardOutput ? session.out : session.err
    }
}
