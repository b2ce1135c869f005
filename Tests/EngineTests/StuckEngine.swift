import Foundation
import Glibc

/// An engine that answers some questions and then does nothing more: neither does it read, nor write, nor close, unless
/// it is to break off.
final class StuckEngine: @unchecked Sendable {
    enum Answer {
        /// All of a JSON document.
        case json(String)
        /// A status alone.
        case status(Int)
        /// The beginning of a body without an end.
        case beginning([UInt8])
        /// The beginning of a body, after which the connection ends.
        case cut([UInt8])
        /// An upgraded connection.
        case upgrade
        /// An upgraded connection that ends after these bytes.
        case upgradeAndCut([UInt8])
        /// What the head of an answer and its body are, to the last byte.
        case raw([UInt8])
    }

    private static let upgraded = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"

    let path: String
    private let listener: Int32
    private let answers: [(part: String, answer: Answer)]
    private let last: String
    private let lock = NSLock()
    private var clients: [Int32] = []
    private var isReached = false

    /// - Parameters:
    ///   - answers: what is answered to requests whose first line has a part; all others get no answer.
    ///   - last: a part of the request at which it is stuck.
    init(_ path: String, answers: [(part: String, answer: Answer)], stuckAt last: String) throws {
        self.path = path
        self.answers = answers
        self.last = last
        listener = try Self.listen(at: path, backlog: 64)
        Thread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                lock.withLock { clients.append(client) }
                Thread { self.serve(client) }.start()
            }
        }.start()
    }

    static func listen(at path: String, backlog: Int32) throws -> Int32 {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
        guard withAddress(path, { bind(listener, $0, $1) }) == 0, Glibc.listen(listener, backlog) == 0 else {
            throw POSIXError(.EADDRINUSE)
        }
        return listener
    }

    static func withAddress(_ path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { use($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }

    /// Whether the request came at which it is stuck.
    var isStuck: Bool { lock.withLock { isReached } }

    /// For the next client.
    func reset() { lock.withLock { isReached = false } }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
        lock.withLock {
            clients.forEach { close($0) }
            clients = []
        }
    }

    private func serve(_ client: Int32) {
        while let head = readHead(client) {
            let line = head.prefix { $0 != "\r" }
            let answer = answers.first { line.contains($0.part) }?.answer
            var goesOn = false
            switch answer {
            case .json(let text):
                let length = "Content-Length: \(text.utf8.count)"
                send(client, "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n\(length)\r\n\r\n\(text)")
                goesOn = true
            case .status(let status):
                send(client, "HTTP/1.1 \(status) So\r\nContent-Length: 0\r\n\r\n")
                goesOn = true
            case .beginning(let bytes), .cut(let bytes):
                // {"mode":420}, a file, for who asks for a path.
                send(client, "HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: eyJtb2RlIjo0MjB9\r\n")
                send(client, "Content-Length: 1000000000\r\n\r\n")
                send(client, bytes)
            case .upgrade: send(client, Self.upgraded)
            case .upgradeAndCut(let bytes): send(client, Array(Self.upgraded.utf8) + bytes)
            case .raw(let bytes): send(client, bytes)
            case nil: break
            }
            if line.contains(last) { lock.withLock { isReached = true } }
            switch answer {
            case .cut, .upgradeAndCut:
                shutdown(client, Int32(SHUT_RDWR))
                return
            default: if !goesOn { return }
            }
        }
    }

    private func readHead(_ client: Int32) -> String? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard recv(client, &byte, 1, 0) == 1 else { return nil }
            head.append(byte)
        }
        var length = 0
        let text = String(decoding: head, as: UTF8.self)
        for line in text.lowercased().components(separatedBy: "\r\n") where line.hasPrefix("content-length:") {
            length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces)) ?? 0
        }
        for _ in 0..<length where recv(client, &byte, 1, 0) != 1 { return nil }
        return text
    }

    private func send(_ client: Int32, _ text: String) { send(client, Array(text.utf8)) }

    private func send(_ client: Int32, _ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }
}
