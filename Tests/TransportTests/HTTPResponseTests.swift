import Foundation
import Testing

@testable import Transport

@Suite struct HTTPResponseTests {
    private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test(
        "a body that is cut throws only after its bytes were handed out",
        arguments: ["HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[]", chunked + "a\r\n[]", chunked + "2\r\n[]\r\n"])
    func truncated(_ answer: String) throws {
        let connection = HTTPConnection(ScriptedPeer.answering(answer))
        let (bytes, error) = try connection.get().collect(limit: 100)
        #expect(bytes == Array("[]".utf8))
        guard case .truncatedBody = error else { throw error ?? .notReusable }
        #expect(!connection.isReusable)
    }

    @Test(
        "chunks that break the rules",
        arguments: [
            "zz\r\n", "\r\n", "-1\r\n", "ffffffffffffffff\r\n", "7fffffffffffffff0\r\n", "1\r\nab\r\n", " 1\r\na\r\n",
        ])
    func brokenChunks(_ body: String) throws {
        let response = try HTTPConnection(ScriptedPeer.answering(Self.chunked + body)).get()
        #expect(failure { _ = try response.readAll(limit: 100) } == "invalidChunk")
        #expect(failure { _ = try response.readAll(limit: 100) } == "invalidChunk")
    }

    @Test("bytes before a broken chunk are handed out first")
    func bytesBeforeBrokenChunk() throws {
        let response = try HTTPConnection(ScriptedPeer.answering(Self.chunked + "2\r\nok\r\nzz\r\n")).get()
        let (bytes, error) = response.collect(limit: 100)
        #expect(bytes == Array("ok".utf8))
        #expect(error != nil)
    }

    @Test("chunk extensions and trailers without end are given up", arguments: ["1;", "1\r\na\r\n0\r\n"])
    func endless(_ start: String) throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                peer.send(Self.chunked + start)
                let piece = String(repeating: "x: y", count: 256) + (start == "1;" ? "" : "\r\n")
                while peer.send(piece) {}
            })
        let response = try connection.get()
        #expect(failure { _ = try response.readAll(limit: 100) } == "invalidChunk")
    }

    @Test("a chunk that claims petabytes costs no memory and delivers what came")
    func hugeChunk() throws {
        let response = try HTTPConnection(ScriptedPeer.answering(Self.chunked + "fffffffffffffff\r\nhi")).get()
        #expect(response.collect(limit: 100).bytes == Array("hi".utf8))
    }

    @Test("a body split at any byte is the same body")
    func splitAnywhere() throws {
        let answer = Array((Self.chunked + "3\r\nabc\r\n1;x=y\r\nd\r\n0\r\nT: 1\r\n\r\n").utf8)
        for split in 1..<answer.count {
            let connection = HTTPConnection(
                ScriptedPeer.start { peer in
                    _ = peer.readHead()
                    peer.send(Array(answer[..<split]))
                    Thread.sleep(forTimeInterval: 0.0005)
                    peer.send(Array(answer[split...]))
                    _ = peer.read(1)
                })
            #expect(try connection.get().text() == "abcd", "split at \(split)")
            #expect(connection.isReusable)
        }
    }

    @Test("many small chunks come out in one read")
    func coalescing() throws {
        let body = String(repeating: "1\r\nx\r\n", count: 50) + "0\r\n\r\n"
        let response = try HTTPConnection(ScriptedPeer.answering(Self.chunked + body)).get()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try response.read(into: buffer) == 50)
        #expect(try response.read(into: buffer) == 0)
    }

    @Test("a body longer than the limit is refused, one that fits exactly is not")
    func limit() throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd"
        let long = try HTTPConnection(ScriptedPeer.answering(answer)).get()
        #expect(failure { _ = try long.readAll(limit: 3) } == "bodyTooLarge")
        #expect(try HTTPConnection(ScriptedPeer.answering(answer)).get().readAll(limit: 4).count == 4)
    }

    @Test("reading what is available never waits, and then finds bytes, the end, and nothing in between")
    func available() throws {
        let gate = DispatchSemaphore(value: 0)
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                peer.send(Self.chunked)
                gate.wait()
                peer.send("2\r\nhi\r\n3")
                gate.wait()
                peer.send("\r\nyou\r\n0\r\n\r\n")
                _ = peer.read(1)
            })
        let response = try connection.get()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1000, alignment: 1)
        defer { buffer.deallocate() }
        #expect(!response.hasBufferedInput)
        #expect(try response.readAvailable(into: buffer) == nil)
        gate.signal()
        _ = try connection.stream.wait(for: .readable)
        #expect(try response.readAvailable(into: buffer) == 2)
        #expect(try response.readAvailable(into: buffer) == nil)
        gate.signal()
        _ = try connection.stream.wait(for: .readable)
        #expect(try response.readAvailable(into: buffer) == 3)
        #expect(response.hasBufferedInput)
        #expect(try response.readAvailable(into: buffer) == 0)
    }

    @Test("draining makes the connection ready again, or closes it when too much would come")
    func drain() throws {
        let script: @Sendable (ScriptedPeer) -> Void = { peer in
            _ = peer.readHead()
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + String(repeating: "x", count: 5000))
            _ = peer.read(1)
        }
        let good = HTTPConnection(ScriptedPeer.start(script))
        try good.get().drain()
        #expect(good.isReusable)
        let bad = HTTPConnection(ScriptedPeer.start(script))
        try bad.get().drain(limit: 100)
        #expect(!bad.isReusable)
    }

    private func attach(_ connection: HTTPConnection) throws -> HTTPResponse {
        let headers: HTTPHeaders = ["Connection": "Upgrade", "Upgrade": "tcp"]
        return try connection.exchange(HTTPRequest(method: "POST", target: "/attach", headers: headers))
    }

    @Test(
        "after 101, or 200 from old peers, the connection carries bytes both ways, with those that came with the head",
        arguments: [
            "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n", "HTTP/1.1 101 x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n",
        ])
    func hijack(_ head: String) throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                peer.send(head + "early ")
                let received = peer.readToEnd()
                peer.send("got " + String(decoding: received, as: UTF8.self))
            })
        let stream = try attach(connection).takeOver()
        #expect(stream.hasBufferedInput)
        try stream.write(Array("typed".utf8))
        try stream.closeWrite()
        #expect(try stream.readToEnd() == "early got typed")
        #expect(!connection.isReusable)
    }

    @Test("an error instead of an upgrade is a normal answer and cannot be taken over")
    func refusedUpgrade() throws {
        let answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone"
        let response = try attach(HTTPConnection(ScriptedPeer.answering(answer)))
        #expect(failure { _ = try response.takeOver() } == "upgradeRefused")
        #expect(try response.text() == "gone")
    }
}
