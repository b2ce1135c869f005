/// Status line and headers of an answer.
struct HTTPHead {
    let status: Int
    let reason: String
    let minorVersion: Int
    var headers = HTTPHeaders()

    /// For status lines and headers together, interim answers included.
    static let longest = 256 << 10
    static let mostInterims = 20

    /// Reads until the head of an answer other than 100…199 (101 excepted) has come.
    static func read(from connection: HTTPConnection) throws(TransportError) -> HTTPHead {
        var budget = longest
        for _ in 0...mostInterims {
            let head = try readOne(from: connection, &budget)
            if head.status >= 200 || head.status == 101 { return head }
        }
        throw .tooManyInterimAnswers(limit: mostInterims)
    }

    private static func readOne(from connection: HTTPConnection, _ budget: inout Int) throws(TransportError) -> HTTPHead
    {
        var head = try HTTPHead(statusLine: line(from: connection, isFirst: true, &budget))
        while true {
            let line = try line(from: connection, isFirst: false, &budget)
            if line.isEmpty { return head }
            try head.add(line)
        }
    }

    private static func line(
        from connection: HTTPConnection, isFirst: Bool, _ budget: inout Int
    ) throws(TransportError) -> [UInt8] {
        let input = connection.input
        while true {
            let taken = try input.takeLine(limit: budget, tooLong: .headTooLarge(limit: longest)) {
                bytes throws(TransportError) in Array(bytes)
            }
            if isFirst, let start = taken ?? (input.incompleteLine.isEmpty ? nil : input.incompleteLine) {
                try checkBeginning(start)
            }
            if let taken {
                // Every line costs its line end too, or empty ones could come for ever.
                budget -= taken.count + 2
                return taken
            }
            guard try connection.waitForInput(mayBlock: true), try fill(connection) else {
                throw isFirst && input.incompleteLine.isEmpty ? .closedBeforeAnswer : .truncatedHead
            }
        }
    }

    private static func fill(_ connection: HTTPConnection) throws(TransportError) -> Bool {
        do throws(TransportError) { return try connection.input.fill(from: connection.stream) } catch {
            if error.isDisconnection { return false }
            throw error
        }
    }

    // Asked of incomplete lines too: a peer of another protocol may wait for us without ever ending its line.
    private static func checkBeginning(_ line: [UInt8]) throws(TransportError) {
        let expected = Array("HTTP/1.".utf8)
        if line.starts(with: expected) || expected.starts(with: line) && !line.isEmpty { return }
        throw .notHTTP(excerpt: String(escaping: line.prefix(80)), looksLikeTLS: line.starts(with: [0x15, 0x03]))
    }

    /// `HTTP/1.1 200 OK`; the reason may be missing together with the space before it.
    private init(statusLine line: [UInt8]) throws(TransportError) {
        let digits = line.dropFirst(9).prefix(3)
        guard line.count >= 12, let minor = Self.digit(line[7]), line[8] == 0x20,
            line.count == 12 || line[12] == 0x20, !line.contains(0)
        else { throw .invalidHead("status line \"\(String(escaping: line.prefix(80)))\"") }
        var status = 0
        for byte in digits {
            guard let digit = Self.digit(byte) else {
                throw .invalidHead("status line \"\(String(escaping: line.prefix(80)))\"")
            }
            status = status * 10 + digit
        }
        guard status >= 100 else { throw .invalidHead("status \(status)") }
        self.status = status
        minorVersion = minor
        reason = String(decoding: line.dropFirst(13), as: UTF8.self)
    }

    private mutating func add(_ line: [UInt8]) throws(TransportError) {
        guard !line.contains(0), !line.contains(13) else { throw .invalidHead("a header with a control character") }
        // A line that begins with a blank continues the one before (RFC 9112 §5.2).
        if line[0] == 0x20 || line[0] == 9 {
            let text = String(String(decoding: line, as: UTF8.self).trimmingBlanks)
            guard headers.extendLast(with: text) else { throw .invalidHead("a header without a name") }
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), HTTPHeaders.isToken(line[..<colon]) else {
            throw .invalidHead("header line \"\(String(escaping: line.prefix(80)))\"")
        }
        let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingBlanks
        headers.append(String(decoding: line[..<colon], as: UTF8.self), String(value))
    }

    private static func digit(_ byte: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? Int(byte) - 48 : nil
    }
}
