extension HTTPRequest {
    /// Request line and headers, up to and including the empty line (RFC 9112 §3).
    func encodedHead(hostHeader: String) throws(TransportError) -> [UInt8] {
        guard HTTPHeaders.isToken(method.utf8), target.utf8.first == UInt8(ascii: "/"),
            target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
        else { throw .unsendableRequestLine("\(method) \(target)") }

        var all = HTTPHeaders()
        all.append("Host", hostHeader)
        for field in headers.fields where !Self.ownFields.contains(where: { HTTPHeaders.same($0, field.name) }) {
            all.append(field.name, field.value)
        }
        switch body {
        case .none:
            // Without a length some daemons take a POST for one with a body and refuse it.
            if method == "POST" || method == "PUT" { all.append("Content-Length", "0") }
        case .bytes(let bytes): all.append("Content-Length", String(bytes.count))
        case .stream(let length?, _): all.append("Content-Length", String(length))
        case .stream(nil, _): all.append("Transfer-Encoding", "chunked")
        }
        try all.check()

        var head = Array("\(method) \(target) HTTP/1.1\r\n".utf8)
        for field in all.fields {
            head += field.name.utf8
            head += ": ".utf8
            head += field.value.utf8
            head += "\r\n".utf8
        }
        head += "\r\n".utf8
        return head
    }

    private static let ownFields = ["Host", "Content-Length", "Transfer-Encoding"]
}
