/// One HTTP/1.1 connection: requests go out one after another, each answered before the next (RFC 9112).
public final class HTTPConnection {
    /// What the connection talks over. Leave reading and writing to the connection.
    public let stream: any ByteStream
    private let hostHeader: String
    let input = InputBuffer()
    private var upload: Upload?
    private var uploadWasCut = false
    private var state = State.idle

    private enum State {
        case idle
        case sent(method: String, wantsUpgrade: Bool)
        case answering(HTTPResponse.KeepAlive)
        case unusable
    }

    /// `hostHeader` is sent as `Host` with every request.
    public init(stream: any ByteStream, hostHeader: String) {
        self.stream = stream
        self.hostHeader = hostHeader
    }

    /// For `poll` while an answer is awaited.
    public var fileDescriptor: Int32 { stream.fileDescriptor }

    /// Whether bytes of the answer are here already, so that `poll` need not be asked.
    public var hasBufferedInput: Bool { !input.isEmpty || stream.hasBufferedInput }

    /// Whether another request may be sent: the last answer was read to its end, the peer keeps the connection
    /// and has not closed it since.
    public var isReusable: Bool {
        guard case .idle = state, input.isEmpty else { return false }
        do throws(TransportError) { return try stream.wait(for: .readable, milliseconds: 0).isEmpty } catch {
            return false
        }
    }

    /// Writes the request, then reads the head of the answer.
    public func exchange(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse {
        try send(request)
        return try receive()
    }

    /// Writes head and body.
    ///
    /// When the peer answers before it has the whole body, this returns at once. The rest is sent while the answer
    /// is read if that is a good one (below 300), and never otherwise.
    public func send(_ request: HTTPRequest) throws(TransportError) {
        guard case .idle = state else { throw .notReusable }
        upload = try Upload(request, hostHeader: hostHeader)
        state = .sent(method: request.method, wantsUpgrade: request.headers["Upgrade"] != nil)
        // Nothing can have come before the first bytes are out: that saves most requests the poll.
        try continueUpload()
        while upload != nil {
            if try stream.wait(for: [.readable, .writable]).contains(.readable) { return }
            try continueUpload()
        }
    }

    /// Waits for the answer and reads its head; interim (1xx) answers are skipped.
    public func receive() throws(TransportError) -> HTTPResponse {
        guard case .sent(let method, let wantsUpgrade) = state else { throw .notReusable }
        state = .unusable
        let head = try HTTPHead.read(from: self)
        if head.status == 101, !wantsUpgrade { throw .unaskedUpgrade }
        if head.status >= 300, upload != nil {
            upload = nil
            uploadWasCut = true
        }
        let framing = try BodyFraming(of: head, method: method)
        let response = HTTPResponse(head, framing: framing, wantsUpgrade: wantsUpgrade, connection: self)
        state = .answering(response.keepAlive)
        if case .ended = framing { bodyEnded() }
        return response
    }

    /// Ends the connection.
    public func close() {
        upload = nil
        state = .unusable
        stream.close()
    }

    /// Waits until bytes can be read, writing what is left of the request meanwhile;
    /// without `mayBlock` false means that none are there.
    func waitForInput(mayBlock: Bool) throws(TransportError) -> Bool {
        while upload != nil {
            let ready = try stream.wait(for: [.readable, .writable], milliseconds: mayBlock ? -1 : 0)
            if ready.contains(.readable) { return true }
            guard ready.contains(.writable) else { return false }
            try continueUpload()
        }
        if mayBlock { return true }
        return try stream.wait(for: .readable, milliseconds: 0).contains(.readable)
    }

    /// Told by the response when its last byte was read.
    func bodyEnded() {
        guard case .answering(let keepAlive) = state else { return }
        state = keepAlive == .yes && upload == nil && !uploadWasCut ? .idle : .unusable
        upload = nil
    }

    private func continueUpload() throws(TransportError) {
        do throws(TransportError) {
            if try upload?.step(to: stream) != true { upload = nil }
        } catch {
            upload = nil
            uploadWasCut = true
            // The answer that explains why may be waiting to be read.
            if error.isDisconnection { return }
            state = .unusable
            throw error
        }
    }
}
