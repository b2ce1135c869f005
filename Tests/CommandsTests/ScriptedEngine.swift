import Foundation
import Transport

/// An engine that answers from a conversation and notes what was asked otherwise.
final class ScriptedEngine: @unchecked Sendable {
    private let lock = NSLock()
    private var exchanges: [Conversation.Exchange]
    private let version: String?
    private var surprises: [String] = []
    /// How many connections there are, and how many of them have asked their first question: requests on several
    /// connections at once are taken in the order in which those were opened.
    private var opened = 0
    private let heard = NSCondition()
    private var heardFrom = 0

    init(_ conversation: Conversation) {
        exchanges = conversation.exchanges
        version = conversation.engine
    }

    /// What went otherwise than written: unexpected requests, and those that never came.
    var complaints: [String] { lock.withLock { surprises + exchanges.map { "never asked: \($0.request)" } } }

    /// A connection to this engine.
    func connect() throws -> any ByteStream {
        var pair: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else {
            throw ConversationError(line: "no socket")
        }
        let peer = pair[1]
        let number = opened
        opened += 1
        Thread { self.serve(peer, number) }.start()
        return SocketStream(descriptor: pair[0])
    }

    private func serve(_ socket: Int32, _ number: Int) {
        defer { close(socket) }
        var buffer: [UInt8] = []
        var isFirst = true
        while true {
            let received = readRequest(socket, &buffer)
            if isFirst { waitForTurn(number) }
            let answered = received.map(answer)
            if isFirst { endTurn() }
            isFirst = false
            guard let (answer, goesOn, input) = answered else { return }
            var sent = 0
            while sent < answer.count {
                let count = answer[sent...].withUnsafeBytes {
                    send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { return }
                sent += count
            }
            if let input { hear(input, socket, &buffer) }
            if received?.isUnread == true { while readMore(socket, &buffer) { buffer = [] } }
            if !goesOn { return }
        }
    }

    /// Reads to the end of what the client sends on a connection that was taken over.
    private func hear(_ wanted: String, _ socket: Int32, _ buffer: inout [UInt8]) {
        while readMore(socket, &buffer) {}
        let got = String(decoding: buffer, as: UTF8.self)
        if got != wanted { lock.withLock { surprises.append("heard \(got.debugDescription)") } }
    }

    private func waitForTurn(_ number: Int) {
        heard.lock()
        while heardFrom < number { heard.wait() }
        heard.unlock()
    }

    private func endTurn() {
        heard.lock()
        heardFrom += 1
        heard.broadcast()
        heard.unlock()
    }

    private struct Received {
        var line: String
        var headers: [String]
        var body: String
        var members: [String] = []
        var isUnread = false
    }

    private func readRequest(_ socket: Int32, _ buffer: inout [UInt8]) -> Received? {
        let end = Array("\r\n\r\n".utf8)
        var headEnd: Int?
        while headEnd == nil {
            headEnd = buffer.indices.first { buffer[$0...].starts(with: end) }
            if headEnd == nil, !readMore(socket, &buffer) { return nil }
        }
        guard let headEnd else { return nil }
        let lines = String(decoding: buffer[..<headEnd], as: UTF8.self).components(separatedBy: "\r\n")
        buffer.removeFirst(headEnd + 4)
        var body: [UInt8] = []
        let lower = lines.map { $0.lowercased() }
        let isChunked = lower.contains("transfer-encoding: chunked")
        if let field = lower.first(where: { $0.hasPrefix("content-length:") }),
            let length = Int(field.dropFirst(15).trimmingCharacters(in: .whitespaces))
        {
            while buffer.count < length, readMore(socket, &buffer) {}
            body = Array(buffer.prefix(length))
            buffer.removeFirst(min(length, buffer.count))
        } else if isChunked, !isEarly {
            body = readChunks(socket, &buffer)
        }
        let words = lines[0].components(separatedBy: " ")
        return Received(
            line: words.prefix(2).joined(separator: " "), headers: Array(lines.dropFirst()),
            body: String(decoding: body, as: UTF8.self), members: Self.members(of: body), isUnread: isChunked && isEarly
        )
    }

    private var isEarly: Bool { lock.withLock { exchanges.first?.isEarly ?? false } }

    /// `name: first line` of each member of a tar archive.
    private static func members(of archive: [UInt8]) -> [String] {
        var members: [String] = []
        var rest = archive[...]
        while rest.count >= 512, let first = rest.first, first != 0 {
            let field = { (from: Int, length: Int) in
                String(decoding: rest.dropFirst(from).prefix(length).prefix { $0 != 0 }, as: UTF8.self)
            }
            let size = Int(field(124, 12), radix: 8) ?? 0
            let content = rest.dropFirst(512).prefix(size).prefix { $0 != 10 }
            members.append("\(field(0, 100)): \(String(decoding: content, as: UTF8.self))")
            rest = rest.dropFirst(512 + (size + 511) / 512 * 512)
        }
        return members
    }

    private func readChunks(_ socket: Int32, _ buffer: inout [UInt8]) -> [UInt8] {
        var body: [UInt8] = []
        while true {
            guard let line = buffer.firstIndex(of: 10) else {
                if !readMore(socket, &buffer) { return body }
                continue
            }
            let length =
                Int(String(decoding: buffer[..<line].prefix { $0 != 13 }, as: UTF8.self), radix: 16) ?? 0
            buffer.removeFirst(line + 1)
            while buffer.count < length + 2, readMore(socket, &buffer) {}
            body += buffer.prefix(length)
            buffer.removeFirst(min(length + 2, buffer.count))
            if length == 0 { return body }
        }
    }

    private func readMore(_ socket: Int32, _ buffer: inout [UInt8]) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &chunk, chunk.count, 0)
        if count > 0 { buffer += chunk.prefix(count) }
        return count > 0
    }

    /// The answer's bytes, whether the connection goes on, and what is to come on it after an upgrade.
    private func answer(to request: Received) -> ([UInt8], Bool, String?) {
        if let version, request.line == "GET /_ping" {
            return (
                Array(
                    "HTTP/1.1 200 OK\r\nApi-Version: \(version)\r\nOstype: linux\r\nContent-Length: 2\r\n\r\nOK".utf8),
                true, nil
            )
        }
        guard let exchange = lock.withLock({ exchanges.isEmpty ? nil : exchanges.removeFirst() }) else {
            return complain("not expected: \(request.line)")
        }
        if request.line != exchange.request, request.line.removingPercentEncoding != exchange.request {
            return complain("asked \(request.line) where \(exchange.request) was due")
        }
        for header in exchange.requestHeaders where !request.headers.contains(header) {
            return complain("\(request.line) lacks the header \(header), it has \(request.headers)")
        }
        let wanted = exchange.requestBody.joined(separator: "\n")
        if !exchange.requestBody.isEmpty, request.body != wanted {
            return complain("\(request.line) has the body\n\(request.body)\nwhere this was due\n\(wanted)")
        }
        if !exchange.requestMembers.isEmpty, request.members != exchange.requestMembers {
            return complain("\(request.line) has the members \(request.members)")
        }
        let isUpgrade = exchange.status == 101
        var head = "HTTP/1.1 \(exchange.status) Scripted\r\n" + exchange.headers.map { $0 + "\r\n" }.joined()
        let hasLength = exchange.headers.contains { $0.lowercased().hasPrefix("content-length") }
        if !isUpgrade, !hasLength { head += "Content-Length: \(exchange.body.count + (exchange.isCut ? 1000 : 0))\r\n" }
        return (Array((head + "\r\n").utf8) + exchange.body, !isUpgrade && !exchange.isCut, exchange.input)
    }

    private func complain(_ text: String) -> ([UInt8], Bool, String?) {
        lock.withLock { surprises.append(text) }
        return (Array("HTTP/1.1 599 Unexpected\r\nContent-Length: 0\r\n\r\n".utf8), true, nil)
    }
}
