/// An answer: its head, and its body as a stream.
public final class HTTPResponse {
    /// Three digits: 101, or 200 and above.
    public let status: Int
    /// The words behind the status, as the peer chose them; often empty.
    public let reason: String
    /// Untrusted text; a byte that is not UTF-8 became U+FFFD.
    public let headers: HTTPHeaders
    let connection: HTTPConnection
    let keepAlive: KeepAlive
    private let wantsUpgrade: Bool
    private(set) var framing: BodyFraming
    private var failure: TransportError?

    enum KeepAlive { case yes, no }

    // Below this a read goes through the buffer, so that many small chunks cost one system call.
    private static let directRead = 16 << 10

    init(_ head: HTTPHead, framing: BodyFraming, wantsUpgrade: Bool, connection: HTTPConnection) {
        status = head.status
        reason = head.reason
        headers = head.headers
        self.framing = framing
        self.wantsUpgrade = wantsUpgrade
        self.connection = connection
        let stays = head.minorVersion == 0 ? headers.list("Connection", contains: "keep-alive") : true
        let ambiguous = headers["Transfer-Encoding"] != nil && headers["Content-Length"] != nil
        keepAlive = stays && !ambiguous && !headers.list("Connection", contains: "close") ? .yes : .no
    }

    /// For `poll` while the next bytes of the body are awaited.
    public var fileDescriptor: Int32 { connection.fileDescriptor }

    /// Whether `readAvailable` has something to say without `poll` being asked: bytes, the end or an error.
    public var hasBufferedInput: Bool {
        if case .ended = framing { return true }
        return failure != nil || connection.hasBufferedInput
    }

    /// Waits for bytes of the body and puts them at the front of `buffer`; 0 is the end.
    ///
    /// Throws `truncatedBody` when the connection ends too early, after the bytes that came were handed out.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(TransportError) -> Int {
        try read(into: buffer, mayBlock: true) ?? 0
    }

    /// As `read`, but returns nil instead of waiting.
    public func readAvailable(into buffer: UnsafeMutableRawBufferPointer) throws(TransportError) -> Int? {
        try read(into: buffer, mayBlock: false)
    }

    /// The connection as a plain stream of bytes, for 101, or for 200 from peers that do not say 101.
    ///
    /// The stream first gives out what the reader of the head had already received.
    public func takeOver() throws(TransportError) -> HijackedStream {
        guard wantsUpgrade, status == 101 || status == 200 else { throw .upgradeRefused(status: status) }
        if case .ended = framing { throw .upgradeRefused(status: status) }
        return HijackedStream(self)
    }

    private func read(into target: UnsafeMutableRawBufferPointer, mayBlock: Bool) throws(TransportError) -> Int? {
        if let failure { throw failure }
        var filled = 0
        do throws(TransportError) {
            while filled < target.count {
                let rest = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
                if case .ended = framing { break }
                if try advance(into: rest, &filled) { continue }
                // Nothing more without asking the peer: what is here must not wait for that.
                if filled > 0 { break }
                guard try connection.waitForInput(mayBlock: mayBlock) else { return nil }
                try receive(into: rest, &filled)
            }
        } catch {
            failure = error
            if filled == 0 { throw error }
        }
        return filled
    }

    /// Uses what is in the buffer; false when that is not enough to get further.
    private func advance(into target: UnsafeMutableRawBufferPointer, _ filled: inout Int) throws(TransportError) -> Bool
    {
        switch framing {
        case .ended: return false
        case .counted(let limit), .chunkData(let limit):
            let count = connection.input.take(into: target, limit: limit)
            filled += count
            consumed(count)
            return count > 0
        case .untilClose:
            let count = connection.input.take(into: target, limit: target.count)
            filled += count
            return count > 0
        case .chunkSize:
            let size = try line(limit: BodyFraming.longestChunkLine, BodyFraming.size)
            guard let size else { return false }
            framing = size == 0 ? .trailer(budget: HTTPHead.longest) : .chunkData(size)
            return true
        case .chunkEnd:
            let length = try line(limit: BodyFraming.longestChunkLine, Self.length)
            guard let length else { return false }
            guard length == 0 else { throw .invalidChunk("more bytes than its size says") }
            framing = .chunkSize
            return true
        case .trailer(let budget):
            let length = try line(limit: budget, Self.length)
            guard let length else { return false }
            // The line end counts too, or the budget would last for ever.
            framing = .trailer(budget: budget - length - 2)
            if length == 0 { end() }
            return true
        }
    }

    private func line<Value>(
        limit: Int, _ use: (UnsafeRawBufferPointer) throws(TransportError) -> Value
    ) throws(TransportError) -> Value? {
        try connection.input.takeLine(limit: limit, tooLong: .invalidChunk("a line of more than \(limit) bytes"), use)
    }

    private static func length(of line: UnsafeRawBufferPointer) -> Int { line.count }

    /// Reads once from the peer: a long run of body bytes straight into `target`, all else into the buffer.
    private func receive(into target: UnsafeMutableRawBufferPointer, _ filled: inout Int) throws(TransportError) {
        let wanted: Int
        switch framing {
        case .counted(let limit), .chunkData(let limit): wanted = min(limit, target.count)
        case .untilClose: wanted = target.count
        default: wanted = 0
        }
        guard wanted >= Self.directRead else {
            if try !connection.input.fill(from: connection.stream) { try peerClosed() }
            return
        }
        let count = try connection.stream.read(into: UnsafeMutableRawBufferPointer(rebasing: target[..<wanted]))
        if count == 0 { return try peerClosed() }
        filled += count
        consumed(count)
    }

    private func consumed(_ count: Int) {
        switch framing {
        case .counted(let limit):
            framing = .counted(limit - count)
            if limit == count { end() }
        case .chunkData(let limit): framing = limit == count ? .chunkEnd : .chunkData(limit - count)
        default: break
        }
    }

    private func peerClosed() throws(TransportError) {
        guard case .untilClose = framing else { throw .truncatedBody }
        framing = .ended
    }

    private func end() {
        framing = .ended
        connection.bodyEnded()
    }
}
