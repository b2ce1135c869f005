import Foundation
import Transport

/// Stands before the real engine, notes what it is asked, and makes it an older one: it tells that version, and
/// refuses the paths of newer ones as the engine of that time did.
final class VersionProxy: TestEngine {
    /// The version to tell; nil leaves everything as it is.
    let version: String?
    let log = Log()

    private let engine: RealEngine

    init(version: String?, before engine: RealEngine) {
        self.version = version
        self.engine = engine
    }

    private var minor: Int { version.flatMap { Int($0.split(separator: ".").last ?? "") } ?? .max }

    func serve(_ client: Int32) {
        defer { close(client) }
        var peer = Peer(client)
        guard let head = peer.head(), var request = Sent(head: head) else { return }
        request.body = peer.buffer
        let number = log.note(request)
        if let asked = request.target.version, let asks = Int(asked.split(separator: ".").last ?? ""), asks > minor {
            return refuse(asked, &peer)
        }
        guard let upstream = try? dial() else { return }
        defer { close(upstream) }
        var lines = head.components(separatedBy: "\r\n")
        // One request a connection, so that every one of them is seen.
        if !request.isUpgrade {
            lines.removeAll { $0.lowercased().hasPrefix("connection:") }
            lines.append("Connection: close")
        }
        Peer.write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + peer.buffer, to: upstream)
        var engine = Peer(upstream)
        let uploaded = DispatchSemaphore(value: 0)
        Thread {
            self.copy(client, to: upstream, number)
            uploaded.signal()
        }.start()
        defer {
            shutdown(client, Int32(SHUT_RDWR))
            uploaded.wait()
        }
        guard let answer = engine.head() else { return }
        peer.write(Array((aged(answer) + "\r\n\r\n").utf8))
        if request.target.path == "/version" {
            while engine.more() {}
            let text = String(decoding: engine.buffer, as: UTF8.self)
            peer.write(
                Array(text.replacing("\"ApiVersion\":\"1.41\"", with: "\"ApiVersion\":\"\(version ?? "1.41")\"").utf8))
        } else {
            repeat {
                peer.write(engine.buffer)
                engine.buffer = []
            } while engine.more()
        }
    }

    private func copy(_ client: Int32, to upstream: Int32, _ number: Int) {
        var peer = Peer(client)
        while peer.more() {
            log.append(peer.buffer.prefix(4096), to: number)
            Peer.write(peer.buffer, to: upstream)
            peer.buffer = []
        }
        shutdown(upstream, Int32(SHUT_WR))
    }

    /// Engines before 1.13 tell their version in no header.
    private func aged(_ head: String) -> String {
        guard let version else { return head }
        return head.components(separatedBy: "\r\n").compactMap { line -> String? in
            guard line.lowercased().hasPrefix("api-version:") else { return line }
            return minor < 25 ? nil : "Api-Version: \(version)"
        }.joined(separator: "\r\n")
    }

    private func refuse(_ asked: String, _ peer: inout Peer) {
        let version = version ?? ""
        let newer = "client is newer than server (client API version: \(asked), server API version: \(version))"
        switch minor {
        case 18:
            let text = "client and server don't have same version (client : \(asked), server: \(version))\n"
            peer.answer(["HTTP/1.1 404 Not Found", "Content-Type: text/plain; charset=utf-8"], Array(text.utf8))
        case ..<24:
            peer.answer(
                ["HTTP/1.1 400 Bad Request", "Content-Type: text/plain; charset=utf-8"], Array((newer + "\n").utf8))
        default:
            let text = "client version \(asked) is too new. Maximum supported API version is \(version)"
            let message = minor == 24 ? newer : text
            peer.answer(
                ["HTTP/1.1 400 Bad Request", "Content-Type: application/json"],
                Array("{\"message\":\"\(message)\"}\n".utf8))
        }
    }

    private func dial() throws -> Int32 {
        guard let path = engine.socket else { throw Problem("\(engine.variable) is not set") }
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let connected = Peer.withAddress(of: path) { Glibc.connect(descriptor, $0, $1) }
        guard connected == 0 else { throw Problem("no engine at \(path)") }
        return descriptor
    }
}
