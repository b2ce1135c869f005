import Foundation

/// A registry on the loopback that answers what a row tells it to, and 404 to all else. Engines speak plain HTTP with
/// it once it has hung up on their greeting for TLS.
final class FakeRegistry: TestEngine, @unchecked Sendable {
    /// For all rows: they run one after another.
    static let shared = FakeRegistry()

    /// `127.0.0.1:PORT`; empty when there was no port.
    private(set) var address = ""
    private let lock = NSLock()
    private var requests = Log()
    private var scripted: [Row.Answer] = []

    private init() { address = (try? listen()) ?? "" }

    var log: Log { lock.withLock { requests } }

    /// Forgets what it was asked, and answers this from now on, each once.
    func begin(_ answers: [Row.Answer]) {
        lock.withLock {
            requests = Log()
            scripted = answers
        }
    }

    func serve(_ socket: Int32) {
        defer { close(socket) }
        var peer = Peer(socket)
        guard peer.more(), peer.buffer.first != Self.handshake else { return }
        while let head = peer.head(), var request = Sent(head: head) {
            request.body = peer.body(of: request)
            _ = log.note(request)
            guard let answer = lock.withLock({ scripted.take(for: request) }) else {
                peer.answer(["HTTP/1.1 404 Not Found", "Content-Type: application/json"], Self.unknown)
                continue
            }
            peer.answer(answer.head, answer.body, bodiless: request.method == "HEAD")
        }
    }

    private static let unknown = Array(#"{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown"}]}"#.utf8)

    /// The type of a TLS record that greets (RFC 8446 §5.1).
    private static let handshake: UInt8 = 22
}
