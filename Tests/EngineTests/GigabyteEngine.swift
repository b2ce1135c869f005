import Foundation

/// An engine that sends a gigabyte to whoever asks for an archive or a log, and takes one from whoever brings it; it
/// looks at the memory of its client when all bytes have gone over and the client still waits for the end.
final class GigabyteEngine: @unchecked Sendable {
    let path: String
    private let listener: Int32
    private let lock = NSLock()
    private var peaks: [Int] = []

    static let size = 1 << 30
    private static let piece = [UInt8](repeating: 0, count: 1 << 20)

    init(_ path: String) throws {
        self.path = path
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread { [self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                Thread { self.serve(client) }.start()
            }
        }.start()
    }

    /// Takes no more clients.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The most memory that a client had, in KiB, transfer by transfer.
    func takePeaks() -> [Int] {
        lock.withLock {
            defer { peaks = [] }
            return peaks
        }
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        while let head = readHead(client) {
            let words = head.split(separator: " ")
            if head.contains("/_ping") {
                send(client, "HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nOK")
            } else if words.first == "HEAD" {
                send(client, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
            } else if words.first == "GET", head.contains("/json") {
                let state = #"{"Id":"\#(String(repeating: "a", count: 64))","Config":{"Tty":false}}"#
                send(client, "HTTP/1.1 200 OK\r\nContent-Length: \(state.utf8.count)\r\n\r\n" + state)
            } else if words.first == "GET", head.contains("/logs") {
                sendLog(client, isOneFrame: head.contains("tail=1"))
            } else if words.first == "GET" {
                sendArchive(client)
            } else {
                drain(client)
                note(client)
                send(client, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n")
            }
        }
    }

    private func sendArchive(_ client: Int32) {
        // {"mode":420}, a file.
        send(client, "HTTP/1.1 200 OK\r\nX-Docker-Container-Path-Stat: eyJtb2RlIjo0MjB9\r\n")
        send(client, "Transfer-Encoding: chunked\r\n\r\n")
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put("f", at: 0)
        put("0000644", at: 100)
        put("10000000000", at: 124)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: 6 - sum.count) + sum, at: 148)
        sendChunk(client, header)
        for _ in 0..<Self.size / Self.piece.count { sendChunk(client, Self.piece) }
        sendChunk(client, [UInt8](repeating: 0, count: 1024))
        note(client)
        send(client, "0\r\n\r\n")
    }

    /// A gigabyte of what a container said: in one frame, or in many.
    private func sendLog(_ client: Int32, isOneFrame: Bool) {
        send(client, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        let length = isOneFrame ? Self.size : 16 << 10
        let header = [1, 0, 0, 0] + withUnsafeBytes(of: UInt32(length).bigEndian, Array.init)
        let frame = header + Self.piece.prefix(length)
        let frames = (0..<Self.piece.count / min(length, Self.piece.count)).flatMap { _ in frame }
        if isOneFrame { sendChunk(client, header) }
        for _ in 0..<Self.size / Self.piece.count { sendChunk(client, isOneFrame ? Self.piece : frames) }
        note(client)
        send(client, "0\r\n\r\n")
    }

    private func sendChunk(_ client: Int32, _ bytes: [UInt8]) {
        send(client, "\(String(bytes.count, radix: 16))\r\n")
        send(client, bytes)
        send(client, "\r\n")
    }

    /// Reads a chunked body of zeros to its last chunk.
    private func drain(_ client: Int32) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var tail: [UInt8] = []
        while case let count = recv(client, buffer.baseAddress, buffer.count, 0), count > 0 {
            tail = Array((tail + Array(buffer[max(count - 5, 0)..<count])).suffix(5))
            if tail == Array("0\r\n\r\n".utf8) { return }
        }
    }

    private func note(_ client: Int32) {
        var peer = [Int32](repeating: 0, count: 3)
        var size = socklen_t(12)
        getsockopt(client, SOL_SOCKET, SO_PEERCRED, &peer, &size)
        let status = (try? String(contentsOfFile: "/proc/\(peer[0])/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let peak = line.flatMap { Int($0.filter(\.isNumber)) } ?? .max
        lock.withLock { peaks.append(peak) }
    }

    private func readHead(_ client: Int32) -> String? {
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard recv(client, &byte, 1, 0) == 1 else { return nil }
            head.append(byte)
        }
        return String(decoding: head, as: UTF8.self)
    }

    private func send(_ client: Int32, _ text: String) { send(client, Array(text.utf8)) }

    private func send(_ client: Int32, _ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(client, $0.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }
}
