import Foundation
import Testing

@testable import Transport

@Suite(.serialized) final class RemoteFileTests {
    /// Asked before the first test of the only suite that loads libcurl.
    private static let wasMappedBefore = isMapped()
    private let listener: Listener
    private var base: String { "http://127.0.0.1:\(listener.port)" }

    private static func isMapped() -> Bool {
        let maps = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
        return String(decoding: maps ?? Data(), as: UTF8.self).contains("libcurl")
    }

    init() throws {
        _ = Self.wasMappedBefore
        listener = try Listener()
        listener.serve { peer in
            let head = peer.readHead()
            let path = head.split(separator: " ")[1]
            switch path {
            case "/file":
                peer.send("HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\nContent-Length: 4\r\n\r\ndata")
            case "/agent":
                let agent = head.split(separator: "\r\n").first { $0.hasPrefix("User-Agent") } ?? ""
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(agent.utf8.count)\r\n\r\n\(agent)")
            case "/moved": peer.send("HTTP/1.1 302 Found\r\nLocation: /file\r\nContent-Length: 5\r\n\r\nmoved")
            case "/loop": peer.send("HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n")
            case "/local":
                peer.send("HTTP/1.1 302 Found\r\nLocation: file:///etc/hostname\r\nContent-Length: 0\r\n\r\n")
            case "/cut": peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ndata")
            default: peer.send("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone")
            }
        }
    }

    deinit { listener.close() }

    private func fetch(_ path: String, maximumSize: Int = 100) throws -> (RemoteFile, String) {
        var bytes: [UInt8] = []
        let file = try RemoteFile.fetch(url: base + path, userAgent: "tug/test", maximumSize: maximumSize) {
            bytes += $0
        }
        return (file, String(decoding: bytes, as: UTF8.self))
    }

    @Test("libcurl is loaded by the first download and not before")
    func lazy() throws {
        #expect(!Self.wasMappedBefore)
        _ = try fetch("/file")
        #expect(Self.isMapped())
    }

    @Test("a file comes with its content type, and redirects are followed", arguments: ["/file", "/moved"])
    func file(_ path: String) throws {
        let (file, text) = try fetch(path)
        #expect(file == RemoteFile(contentType: "application/x-tar", url: base + "/file"))
        #expect(text == "data")
    }

    @Test("the user agent is ours")
    func agent() throws {
        #expect(try fetch("/agent").1 == "User-Agent: tug/test")
    }

    @Test(
        "downloads that fail, and how",
        arguments: [
            ("/none", "downloadStatus"), ("/loop", "download"), ("/local", "download"), ("/cut", "download"),
            ("/a b", "download"),
        ])
    func failures(_ path: String, _ expected: String) {
        #expect(failure { _ = try fetch(path) } == expected)
    }

    @Test("a file above the limit is refused")
    func limit() {
        #expect(failure { _ = try fetch("/file", maximumSize: 3) } == "bodyTooLarge")
    }

    @Test("what the sink throws comes out")
    func failingSink() {
        struct Full: Error {}
        #expect(
            failure {
                _ = try RemoteFile.fetch(url: base + "/file", userAgent: "x", maximumSize: 9) { _ in throw Full() }
            } == "caller")
    }

    @Test("a password in the address is not repeated in errors")
    func password() {
        do {
            _ = try RemoteFile.fetch(url: "http://u:secret@127.0.0.1:1/x", userAgent: "x", maximumSize: 9) { _ in }
            Issue.record("nothing thrown")
        } catch {
            #expect(!"\(error)".contains("secret"))
            #expect("\(error)".contains("http://***@127.0.0.1:1/x"))
        }
    }
}
