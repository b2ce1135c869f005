import Glibc

/// What can go wrong between a request and the last byte of its answer.
public enum TransportError: Error, Sendable {
    /// No connection to `address` (written as the user would: `unix:///p`, `tcp://h:1`).
    case cannotConnect(address: String, ConnectFailure)
    /// A system call on an open connection failed with this `errno`.
    case system(Operation, Int32)
    /// The connection ended before the first byte of an answer.
    case closedBeforeAnswer
    /// The connection ended inside the head of the answer.
    case truncatedHead
    /// The connection ended inside the body; every byte that came was handed out before.
    case truncatedBody
    /// The answer does not begin like HTTP. `excerpt` is at most 80 bytes, escaped.
    case notHTTP(excerpt: String, looksLikeTLS: Bool)
    /// The head of the answer breaks a rule; the text says which.
    case invalidHead(String)
    /// Status line and headers, interim answers included, are longer than this many bytes.
    case headTooLarge(limit: Int)
    /// More than this many 1xx answers came before the real one.
    case tooManyInterimAnswers(limit: Int)
    /// The peer switched protocols although nobody asked for it.
    case unaskedUpgrade
    /// The peer answered a request for an upgrade with this status and a body of known length.
    case upgradeRefused(status: Int)
    /// `Content-Length` is not a number that fits, or is given twice with different values.
    case invalidContentLength(String)
    /// A transfer coding other than `chunked`.
    case unknownTransferCoding(String)
    /// A chunk does not begin or end as it should.
    case invalidChunk(String)
    /// The body is longer than the caller wants to hold.
    case bodyTooLarge(limit: Int)
    /// A header of the request cannot be sent; the value is not repeated, it may be secret.
    case unsendableHeader(name: String)
    /// Method or target of the request cannot be sent.
    case unsendableRequestLine(String)
    /// The body of the request ended before or after its announced length.
    case wrongUploadLength(expected: Int)
    /// The connection is busy with another answer, taken over, or broken.
    case notReusable
    /// The reader or sink that the caller gave threw this.
    case caller(any Error)
    /// A library that is loaded on demand could not be.
    case libraryMissing(name: String, package: String, detail: String)
    /// The download of `url` failed.
    case download(url: String, detail: String)
    /// The server of `url` answered with a status of 400 or more.
    case downloadStatus(url: String, status: Int)

    /// The system calls that `system` names.
    public enum Operation: String, Sendable {
        case poll, read, write
        case closeWrite = "shutdown"
    }

    /// Why a connection could not be made.
    public enum ConnectFailure: Equatable, Sendable {
        /// The user may not use the socket.
        case permissionDenied
        case noSuchFile
        case refused
        case noRoute
        case timedOut
        /// `getaddrinfo` failed; the text is the resolver's.
        case nameLookup(String)
        /// A unix path above `limit` bytes.
        case pathTooLong(limit: Int)
        case other(errno: Int32)

        init(errno code: Int32) {
            switch code {
            case EACCES, EPERM: self = .permissionDenied
            case ENOENT: self = .noSuchFile
            case ECONNREFUSED: self = .refused
            case EHOSTUNREACH, ENETUNREACH: self = .noRoute
            case ETIMEDOUT: self = .timedOut
            default: self = .other(errno: code)
            }
        }
    }

    /// Whether the peer went away, as opposed to having said something wrong.
    public var isDisconnection: Bool {
        switch self {
        case .closedBeforeAnswer, .truncatedHead, .truncatedBody: true
        case .system(_, let code): code == EPIPE || code == ECONNRESET || code == ENOTCONN
        default: false
        }
    }
}
