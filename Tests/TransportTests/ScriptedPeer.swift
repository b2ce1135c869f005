import Foundation

@testable import Transport

/// The other end of a socket pair, played by a thread that follows a script.
final class ScriptedPeer: @unchecked Sendable {
    let descriptor: Int32

    /// Runs `script` on a thread; the connection is closed when it returns.
    static func start(_ script: @escaping @Sendable (ScriptedPeer) -> Void) -> SocketStream {
        var pair: [Int32] = [-1, -1]
        _ = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair)
        let peer = ScriptedPeer(pair[1])
        peer.run(script)
        return SocketStream(descriptor: pair[0])
    }

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    func run(_ script: @escaping @Sendable (ScriptedPeer) -> Void) {
        let thread = Thread {
            script(self)
            close(self.descriptor)
        }
        thread.start()
    }

    /// Reads one request, sends `answer` and closes.
    static func answering(_ answer: String) -> SocketStream {
        start { peer in
            _ = peer.readHead()
            peer.send(answer)
        }
    }

    /// False when the other side is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.send(descriptor, raw.baseAddress! + sent, raw.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Up to `limit` bytes, at least one unless the other side has ended.
    func read(_ limit: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = recv(descriptor, &bytes, limit, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    func readExactly(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = read(count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    func readToEnd() -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = read(1 << 16)
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    /// Up to and including the empty line.
    func readHead() -> String {
        var bytes: [UInt8] = []
        while !bytes.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) {
            let byte = read(1)
            if byte.isEmpty { break }
            bytes += byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ByteStream {
    func readToEnd() throws -> String {
        var bytes: [UInt8] = []
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
        defer { block.deallocate() }
        while true {
            let count = try read(into: block)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += block.prefix(count)
        }
    }
}

extension HTTPConnection {
    convenience init(_ stream: SocketStream) {
        self.init(stream: stream, hostHeader: "engine")
    }

    func get(_ target: String = "/") throws(TransportError) -> HTTPResponse {
        try exchange(HTTPRequest(method: "GET", target: target))
    }
}

extension HTTPResponse {
    func text() throws -> String { String(decoding: try readAll(limit: 1 << 20), as: UTF8.self) }
}

/// The name of the case of `TransportError` that `body` throws, or what else happened.
func failure(_ body: () throws -> Void) -> String {
    do {
        try body()
        return "nothing thrown"
    } catch let error as TransportError {
        switch error {
        case .closedBeforeAnswer: return "closedBeforeAnswer"
        case .truncatedHead: return "truncatedHead"
        case .truncatedBody: return "truncatedBody"
        case .unaskedUpgrade: return "unaskedUpgrade"
        case .notReusable: return "notReusable"
        default: return Mirror(reflecting: error).children.first?.label ?? "\(error)"
        }
    } catch {
        return "\(error)"
    }
}
