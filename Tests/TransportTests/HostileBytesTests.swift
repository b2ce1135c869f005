import Foundation
import Testing

@testable import Transport

/// Answers and frames damaged at random, the same way on every run: what counts is that reading them ends.
@Suite struct HostileBytesTests {
    /// A small generator with a seed, so that a failure can be seen again.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 33)) &* 0xff51_afd7_ed55_8ccd
        }
    }

    private static let answers = [
        "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nApi-Version: 1.41\r\n\r\n[{\"Id\":\"a\"}]",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n10\r\n0123456789abcdef\r\n0\r\nT: 1\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\nraw",
        "HTTP/1.0 404 Not Found\nA: b\n c\n\nno such container",
    ]
    private static let splices = [
        "\r\n", "\0", ":", "-1", "ffffffffffffffff", "99999999999999999999", "Content-Length: 3\r\n",
        "HTTP/1.1 100 \r\n\r\n",
        ";", "\u{15}\u{3}", " ", "0\r\n",
    ]

    private func damage(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...9, using: &random)))
            case 2: bytes.insert(contentsOf: Self.splices.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
            default: bytes.removeLast(bytes.count - place)
            }
        }
        return bytes
    }

    @Test("damaged answers end in a body or an error, never in a trap or a wait without end")
    func answers() throws {
        var random = Generator(state: 7)
        var bodies = 0
        var errors = 0
        for round in 0..<4000 {
            var pair: [Int32] = [-1, -1]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
            let peer = ScriptedPeer(pair[1])
            peer.send(damage(Array(Self.answers[round % Self.answers.count].utf8), &random))
            shutdown(pair[1], Int32(SHUT_WR))
            let connection = HTTPConnection(SocketStream(descriptor: pair[0]))
            let request = HTTPRequest(method: "POST", target: "/", headers: ["Upgrade": "tcp"])
            do throws(TransportError) {
                let response = try connection.exchange(request)
                if let error = response.collect(limit: 1000).failure { throw error }
                bodies += 1
            } catch {
                errors += 1
                #expect(!"\(error)".utf8.contains { $0 < 0x20 })
            }
            close(pair[1])
        }
        #expect(bodies > 100 && errors > 100)
    }

    @Test("damaged frames end in output or an error, and never give out more than came")
    func frames() {
        var random = Generator(state: 11)
        let good =
            [1, 0, 0, 0, 0, 0, 0, 3] + Array("abc".utf8) + [2, 0, 0, 0, 0, 0, 0, 0] + [3, 0, 0, 0, 0, 0, 0, 2, 69, 70]
        var endings: Set<String> = []
        for _ in 0..<4000 {
            var bytes = damage(good + good, &random)
            var decoder = FrameDecoder()
            var given = 0
            let whole = bytes.count
            do {
                try bytes.withUnsafeMutableBytes { try decoder.feed($0) { given += $1.count } }
                try decoder.finish()
                endings.insert("end")
            } catch let error as FrameError {
                if case .daemon(let message) = error { given += message.count }
                endings.insert(error == .truncated ? "truncated" : "error")
            } catch {
                endings.insert("other")
            }
            #expect(given <= whole)
        }
        #expect(endings == ["end", "truncated", "error"])
    }
}
