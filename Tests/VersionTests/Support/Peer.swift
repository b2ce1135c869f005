import Foundation

/// The engine's end of a connection: reads requests, writes bytes.
struct Peer {
    let socket: Int32
    var buffer: [UInt8] = []

    init(_ socket: Int32) { self.socket = socket }

    /// Two connected sockets.
    static func pair() throws -> (Int32, Int32) {
        var ends: [Int32] = [0, 0]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { throw Problem("no socket") }
        return (ends[0], ends[1])
    }

    /// The address of a unix socket, as the system calls take it.
    static func withAddress<Answer>(
        of path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Answer
    ) -> Answer {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// The head of the next request; nil when the client has gone.
    mutating func head() -> String? {
        while true {
            if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
                buffer.removeFirst(end.upperBound)
                return head
            }
            if !more() { return nil }
        }
    }

    /// The body that belongs to a request.
    mutating func body(of request: Sent) -> [UInt8] {
        if let length = request.header("Content-Length").flatMap({ Int($0) }) { return take(length) }
        guard request.header("Transfer-Encoding") == "chunked" else { return [] }
        var body: [UInt8] = []
        while true {
            while !buffer.contains(10) { if !more() { return body } }
            let line = take((buffer.firstIndex(of: 10) ?? 0) + 1)
            let length = Int(
                String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines), radix: 16)
            body += take(length ?? 0)
            _ = take(2)
            if (length ?? 0) == 0 { return body }
        }
    }

    private mutating func take(_ count: Int) -> [UInt8] {
        while buffer.count < count, more() {}
        defer { buffer.removeFirst(min(count, buffer.count)) }
        return Array(buffer.prefix(count))
    }

    mutating func more() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(socket, &chunk, chunk.count, 0)
        if count > 0 { buffer += chunk.prefix(count) }
        return count > 0
    }

    func write(_ bytes: [UInt8]) { Self.write(bytes, to: socket) }

    static func write(_ bytes: [UInt8], to socket: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count <= 0 { return }
            sent += count
        }
    }

    /// An answer with the length of its body.
    func answer(_ head: [String], _ body: [UInt8], bodiless: Bool = false) {
        let text = (head + ["Content-Length: \(body.count)", "", ""]).joined(separator: "\r\n")
        write(Array(text.utf8) + (bodiless ? [] : body))
    }
}

struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
