/// Splits concatenated JSON values that arrive in chunks: progress and event streams.
///
/// Whitespace, newlines, record separators (RFC 7464) or nothing may stand between values. Each byte is
/// looked at once to find where values end, however small the chunks are. A value is checked when whole;
/// after an error the stream gives the same error again.
public struct JSONStream: Sendable {
    /// A value of more bytes than this is refused.
    public var maximumSize: Int

    private var buffer: [UInt8] = []
    /// Bytes that came before `buffer`, so that errors carry offsets of the whole stream.
    private var dropped = 0
    private var start = 0
    private var position = 0
    private var state = State.between
    private var depth = 0
    private var isFinished = false
    private var failure: JSONError?

    private enum State { case between, scalar, structure, string, escape }

    public init(maximumSize: Int = 64 << 20) { self.maximumSize = maximumSize }

    /// Takes the next bytes as they arrived.
    public mutating func append(_ bytes: some Collection<UInt8>) {
        dropConsumed()
        buffer.append(contentsOf: bytes)
    }

    /// The next whole value; nil when more bytes are needed, or none are left after `finish`.
    ///
    /// - Throws: what is wrong with the value, at its offset in the stream.
    public mutating func next() throws(JSONError) -> JSONDocument? {
        if let failure { throw failure }
        do {
            return try splitValue()
        } catch {
            failure = error
            throw error
        }
    }

    /// Says that no bytes follow, which ends a number or literal at the end of the stream.
    ///
    /// - Returns: the next value, as `next()` does; call that until it gives nil.
    /// - Throws: `unexpectedEnd` when the stream was cut inside a value.
    @discardableResult
    public mutating func finish() throws(JSONError) -> JSONDocument? {
        isFinished = true
        return try next()
    }

    private mutating func splitValue() throws(JSONError) -> JSONDocument? {
        skipSeparators()
        guard findEnd() || (isFinished && state == .scalar) else {
            let size = position - start
            guard size <= maximumSize else { throw .tooLarge(limit: maximumSize) }
            guard depth <= JSONDocument.maximumDepth else { throw .tooDeep(at: dropped + position) }
            guard state == .between || !isFinished else { throw .unexpectedEnd(at: dropped + buffer.count) }
            return nil
        }
        guard position - start <= maximumSize else { throw .tooLarge(limit: maximumSize) }
        do {
            let document = try JSONDocument(Array(buffer[start..<position]))
            (start, state, depth) = (position, .between, 0)
            return document
        } catch {
            throw error.shifted(by: dropped + start)
        }
    }

    private mutating func skipSeparators() {
        guard state == .between else { return }
        while position < buffer.count, Self.isSeparator(buffer[position]) { position += 1 }
        start = position
    }

    /// Moves `position` behind the value that begins at `start`; false when the bytes run out before.
    private mutating func findEnd() -> Bool {
        while position < buffer.count {
            let byte = buffer[position]
            if state == .scalar {
                if Self.isSeparator(byte) || Self.beginsValue(byte) { return true }
                position += 1
                continue
            }
            position += 1
            switch (state, byte) {
            case (.escape, _): state = .string
            case (.string, ASCII.backslash): state = .escape
            case (.string, ASCII.quote):
                state = .structure
                if depth == 0 { return true }
            case (.string, _): break
            case (_, ASCII.quote): state = .string
            case (_, ASCII.openBrace), (_, ASCII.openBracket):
                state = .structure
                depth += 1
            case (.structure, ASCII.closeBrace), (.structure, ASCII.closeBracket):
                depth -= 1
                if depth == 0 { return true }
            case (.between, _): state = .scalar
            default: break
            }
        }
        return false
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { ASCII.isSpace(byte) || byte == ASCII.recordSeparator }

    private static func beginsValue(_ byte: UInt8) -> Bool {
        byte == ASCII.openBrace || byte == ASCII.openBracket || byte == ASCII.quote
    }

    /// Frees what has been split off, once that is at least half of the buffer.
    private mutating func dropConsumed() {
        guard start > 0, start * 2 >= buffer.count else { return }
        buffer.removeFirst(start)
        dropped += start
        position -= start
        start = 0
    }
}
