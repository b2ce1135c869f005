import Glibc

extension TransportError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotConnect(let address, let failure): "cannot connect to \(address): \(failure)"
        case .system(let operation, let code):
            "\(operation.rawValue) on the connection: \(String(cString: strerror(code)))"
        case .closedBeforeAnswer: "the connection was closed before an answer came"
        case .truncatedHead: "the connection was closed inside the head of the answer"
        case .truncatedBody: "the connection was closed before the answer was complete"
        case .notHTTP(let excerpt, looksLikeTLS: true):
            "the answer is not HTTP but looks like TLS (use --tls or an https address): \"\(excerpt)\""
        case .notHTTP(let excerpt, looksLikeTLS: false):
            "the answer is not HTTP (is TLS used on one side only?): \"\(excerpt)\""
        case .invalidHead(let detail): "the head of the answer is not valid HTTP: \(detail)"
        case .headTooLarge(let limit): "the head of the answer is longer than \(limit) bytes"
        case .tooManyInterimAnswers(let limit): "more than \(limit) interim answers came before the real one"
        case .unaskedUpgrade: "the peer switched protocols without being asked"
        case .upgradeRefused(let status): "the peer did not hand over the connection (status \(status))"
        case .invalidContentLength(let text): "the answer has an invalid Content-Length: \"\(text)\""
        case .unknownTransferCoding(let text): "the answer has an unknown Transfer-Encoding: \"\(text)\""
        case .invalidChunk(let detail): "the body of the answer is not well chunked: \(detail)"
        case .bodyTooLarge(let limit): "the body of the answer is longer than \(limit) bytes"
        case .unsendableHeader(let name):
            "the header \"\(String(escaping: name.utf8))\" has characters that cannot be sent"
        case .unsendableRequestLine(let text):
            "the request \"\(String(escaping: text.utf8))\" has characters that cannot be sent"
        case .wrongUploadLength(let expected): "the data to send is not \(expected) bytes long, as was announced"
        case .notReusable: "the connection cannot take another request"
        case .caller(let error): "\(error)"
        case .libraryMissing(let name, let package, let detail):
            "\(name) is not installed: apt-get install \(package) (\(detail))"
        case .download(let url, let detail): "cannot download \(url): \(detail)"
        case .downloadStatus(let url, let status): "cannot download \(url): the server answered with status \(status)"
        }
    }
}

extension TransportError.ConnectFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .permissionDenied: "permission denied"
        case .noSuchFile: "no such socket"
        case .refused: "connection refused"
        case .noRoute: "no route to the host"
        case .timedOut: "timed out"
        case .nameLookup(let detail): "the host name was not found (\(detail))"
        case .pathTooLong(let limit): "the socket path is longer than \(limit) bytes"
        case .other(let code): String(cString: strerror(code))
        }
    }
}
