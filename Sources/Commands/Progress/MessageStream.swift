import EngineAPI
import JSON
import Terminal
import Transport

/// The body of an answer read as progress messages, one JSON object after another, however they are chunked.
struct MessageStream {
    private let answer: Answer

    /// Bytes asked of the connection at a time.
    private static let chunk = 32 << 10
    /// A message of more bytes than this is refused.
    private static let longestMessage = 16 << 20

    init(_ answer: Answer) { self.answer = answer }

    /// Hands on each message as it comes, until the body ends.
    ///
    /// - Throws: `Failure` with the engine's words (and the code of a failed build step) for a message that reports
    ///   an error, `ProtocolError` for a body that is cut or no JSON, and what `take` throws.
    func forEach(_ take: (EngineMessage) throws -> Void) throws {
        do {
            var stream = JSONStream(maximumSize: Self.longestMessage)
            var buffer = [UInt8](repeating: 0, count: Self.chunk)
            var count = try read(&buffer)
            while count > 0 {
                stream.append(buffer.prefix(count))
                while let document = try next(of: &stream) { try hand(document, to: take) }
                count = try read(&buffer)
            }
            var last = try end(of: &stream)
            while let document = last {
                try hand(document, to: take)
                last = try next(of: &stream)
            }
        } catch {
            answer.close()
            throw error
        }
    }

    /// Shows the messages as they come and hands on what they hold for programs.
    ///
    /// - Parameter aux: the message and its `aux`.
    func show(on output: Output, now: @escaping () -> Timestamp, aux: (EngineMessage, JSONValue) throws -> Void) throws
    {
        var display = ProgressDisplay(output, now: now)
        try forEach { message in
            if let value = message.aux { try aux(message, value) } else { try display.show(message.progress) }
            // The next message may be a long time coming.
            try output.flush()
        }
    }

    /// Shows the messages as they come.
    func show(on output: Output, now: @escaping () -> Timestamp) throws {
        try show(on: output, now: now) { _, _ in }
    }

    private func hand(_ document: JSONDocument, to take: (EngineMessage) throws -> Void) throws {
        guard document.root.kind == .object else {
            throw Failure("malformed answer to \(answer.target): a message of its stream is no JSON object")
        }
        let message = EngineMessage(document.root)
        if let words = message.error {
            throw Failure(words, status: (1...255).contains(message.errorCode) ? Int32(message.errorCode) : 1)
        }
        try take(message)
    }

    private func read(_ buffer: inout [UInt8]) throws -> Int {
        do {
            return try buffer.withUnsafeMutableBytes { try answer.read(into: $0) }
        } catch let error as TransportError where error.isDisconnection {
            throw ProtocolError.cut(target: answer.target)
        }
    }

    private func next(of stream: inout JSONStream) throws -> JSONDocument? {
        do { return try stream.next() } catch { throw ProtocolError.malformed(target: answer.target, error) }
    }

    private func end(of stream: inout JSONStream) throws -> JSONDocument? {
        do {
            return try stream.finish()
        } catch {
            if case .unexpectedEnd = error { throw ProtocolError.cut(target: answer.target) }
            throw ProtocolError.malformed(target: answer.target, error)
        }
    }
}
