import JSON
import Transport

/// An answer of the engine whose head has arrived; the body is read on demand.
public final class Answer {
    public let status: Int
    public let headers: HTTPHeaders
    /// Path and query of the request, for messages.
    public let target: String
    private let engine: Engine
    private let connection: HTTPConnection
    private let response: HTTPResponse

    init(engine: Engine, connection: HTTPConnection, response: HTTPResponse, target: String) {
        self.engine = engine
        self.connection = connection
        self.response = response
        self.target = target
        status = response.status
        headers = response.headers
    }

    /// For `poll` while the body goes on.
    public var fileDescriptor: Int32 { connection.fileDescriptor }
    /// Whether bytes are there that `poll` cannot see.
    public var hasBufferedInput: Bool { connection.hasBufferedInput }

    /// The next bytes of the body; 0 at its end. Blocks.
    ///
    /// - Throws: `TransportError.truncated` when the body ended early.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try response.read(into: buffer)
        if count == 0 { engine.giveBack(connection) }
        return count
    }

    /// What is there of the body without waiting; nil when nothing is, 0 at the end.
    public func readAvailable(into buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        try response.readAvailable(into: buffer)
    }

    /// The whole body as JSON. A body that was cut behind a complete value counts, as it does for docker.
    public func json() throws -> JSONDocument {
        let (bytes, failure) = response.collect(limit: Engine.answerLimit)
        if failure == nil { engine.giveBack(connection) } else { connection.close() }
        do {
            return try JSONDocument(bytes, trailing: .ignore)
        } catch {
            if let failure, !failure.isDisconnection { throw failure }
            if failure != nil || bytes.isEmpty { throw ProtocolError.cut(target: target) }
            throw ProtocolError.malformed(target: target, error)
        }
    }

    /// Reads what is left and lets the connection serve the next request.
    public func discard() {
        response.drain()
        engine.giveBack(connection)
    }

    /// Gives the rest of the answer up.
    public func close() { connection.close() }
}

/// A request on its way whose answer has not been read.
public final class PendingAnswer {
    private let engine: Engine
    private let connection: HTTPConnection
    private let target: String

    init(engine: Engine, connection: HTTPConnection, target: String) {
        self.engine = engine
        self.connection = connection
        self.target = target
    }

    /// Becomes readable when the answer begins.
    public var fileDescriptor: Int32 { connection.fileDescriptor }
    public var hasBufferedInput: Bool { connection.hasBufferedInput }

    /// Waits for the answer's head.
    public func receive() throws -> Answer { try engine.receive(connection, target: target) }

    public func close() { connection.close() }
}
