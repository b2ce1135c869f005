import Foundation
import Testing

@testable import Transport

@Suite struct HTTPConnectionTests {
    @Test("a request is written with host, headers in order with repeats, and no coding asked for")
    func requestHead() throws {
        let headers: HTTPHeaders = ["X-A": "1", "x-a": "2", "HOST": "evil", "Content-Length": "99"]
        let request = HTTPRequest(method: "POST", target: "/v1.41/x?y=%20", headers: headers)
        let head = String(decoding: try request.encodedHead(hostHeader: "engine"), as: UTF8.self)
        #expect(
            head == "POST /v1.41/x?y=%20 HTTP/1.1\r\nHost: engine\r\nX-A: 1\r\nx-a: 2\r\nContent-Length: 0\r\n\r\n")
    }

    @Test(
        "headers and targets that would change the request are refused",
        arguments: [
            ("X", "a\r\nY: b", "/"), ("X", "a\0", "/"), ("X Y", "a", "/"), ("", "a", "/"), ("X:", "a", "/"),
            ("X", "a", "/a b"), ("X", "a", "/\r\nX: y"), ("X", "a", "relative"), ("X", "a", "/é"),
        ])
    func refusedRequests(_ name: String, _ value: String, _ target: String) {
        let request = HTTPRequest(method: "GET", target: target, headers: [name: value])
        #expect(failure { _ = try request.encodedHead(hostHeader: "h") }.hasPrefix("unsendable"))
    }

    @Test("one connection serves several exchanges, and is no longer reusable once the peer closed it")
    func keepAlive() throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                for number in 1...3 {
                    _ = peer.readHead()
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nbody\(number)")
                }
                _ = peer.readHead()
            })
        for number in 1...3 {
            let response = try connection.get()
            #expect(!connection.isReusable)
            #expect(failure { _ = try connection.get() } == "notReusable")
            #expect(try response.text() == "body\(number)")
            #expect(connection.isReusable)
        }
        try connection.send(HTTPRequest(method: "GET", target: "/"))
        #expect(failure { _ = try connection.receive() } == "closedBeforeAnswer")
        #expect(!connection.isReusable)
    }

    @Test(
        "answers after which the connection must not be used again",
        arguments: [
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx",
            "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\nx",
            "HTTP/1.1 200 OK\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 unasked",
        ])
    func notReusable(_ answer: String) throws {
        let connection = HTTPConnection(ScriptedPeer.answering(answer))
        #expect(try connection.get().text() == "x")
        #expect(!connection.isReusable)
    }

    @Test("answers without a body leave the connection ready", arguments: [204, 304])
    func noBody(_ status: Int) throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                peer.send("HTTP/1.1 \(status) X\r\nContent-Length: 7\r\n\r\n")
                _ = peer.read(1)
            })
        #expect(try connection.get().text() == "")
        #expect(connection.isReusable)
    }

    @Test("the answer to HEAD has no body whatever its length says")
    func head() throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n")
                _ = peer.read(1)
            })
        #expect(try connection.exchange(HTTPRequest(method: "HEAD", target: "/")).text() == "")
        #expect(connection.isReusable)
    }

    @Test("a chunked upload and a chunked answer arrive whole, trailers and extensions skipped")
    func chunkedBothWays() throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                let head = peer.readHead()
                let length = "000004\r\nabcd\r\n000001\r\ne\r\n000000\r\n\r\n".utf8.count
                let body = peer.readExactly(length)
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n")
                peer.send("\(String(head.utf8.count + body.count, radix: 16)) ; a=b\r\n")
                peer.send(Array(head.utf8) + body)
                peer.send("\r\n0\r\nX-Trailer: 1\r\n\r\n")
                _ = peer.read(1)
            })
        var parts = ["abcd", "e"]
        let body = HTTPBody.stream(contentLength: nil) { buffer in
            let part = parts.isEmpty ? "" : parts.removeFirst()
            buffer.copyBytes(from: part.utf8)
            return part.utf8.count
        }
        let text = try connection.exchange(HTTPRequest(method: "PUT", target: "/", body: body)).text()
        #expect(text.contains("Transfer-Encoding: chunked\r\n"))
        #expect(text.hasSuffix("\r\n\r\n000004\r\nabcd\r\n000001\r\ne\r\n000000\r\n\r\n"))
        #expect(connection.isReusable)
    }

    @Test("an upload of known length is sent as it is, and one that ends early is an error")
    func countedUpload() throws {
        let stream = { (length: Int) in
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                let body = peer.readExactly(length)
                peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
                peer.send(body)
            }
        }
        var left = 200_000
        let body = HTTPBody.stream(contentLength: 200_000) { buffer in
            let count = min(left, buffer.count, 7000)
            buffer.prefix(count).copyBytes(from: [UInt8](repeating: 65, count: count))
            left -= count
            return count
        }
        let answer = try HTTPConnection(stream(200_000)).exchange(HTTPRequest(method: "PUT", target: "/", body: body))
        #expect(try answer.readAll(limit: 300_000) == [UInt8](repeating: 65, count: 200_000))

        let short = HTTPBody.stream(contentLength: 5) { _ in 0 }
        let connection = HTTPConnection(stream(5))
        let request = HTTPRequest(method: "PUT", target: "/", body: short)
        #expect(failure { _ = try connection.exchange(request) } == "wrongUploadLength")
    }

    @Test("an error that the reader of an upload throws ends the exchange, even one of another connection")
    func failingUpload() throws {
        let connection = HTTPConnection(ScriptedPeer.start { _ = $0.readToEnd() })
        let body = HTTPBody.stream(contentLength: nil) { _ in throw TransportError.truncatedBody }
        do {
            try connection.send(HTTPRequest(method: "PUT", target: "/", body: body))
            Issue.record("nothing thrown")
        } catch {
            guard case .caller(let inner) = error else { throw error }
            #expect(failure { throw inner } == "truncatedBody")
        }
        #expect(!connection.isReusable)
    }

    @Test("a refusal during an upload of 30 MB stops it and is read", arguments: [true, false])
    func earlyRefusal(closesAtOnce: Bool) throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                _ = peer.readExactly(100_000)
                peer.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 3\r\n\r\nno!")
                if !closesAtOnce { Thread.sleep(forTimeInterval: 0.2) }
            })
        var sent = 0
        let body = HTTPBody.stream(contentLength: 30 << 20) { buffer in
            sent += buffer.count
            return buffer.count
        }
        let response = try connection.exchange(HTTPRequest(method: "POST", target: "/build", body: body))
        #expect(response.status == 400)
        #expect(try response.text() == "no!")
        #expect(sent < 2 << 20)
        #expect(!connection.isReusable)
    }

    @Test("a peer that reports progress while it still reads gets the whole upload")
    func progressDuringUpload() throws {
        let total = 8 << 20
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                _ = peer.readHead()
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n.\r\n")
                var left = total
                while left > 0 {
                    left -= peer.readExactly(min(left, 1 << 20)).count
                    peer.send("1\r\n.\r\n")
                }
                peer.send("4\r\ndone\r\n0\r\n\r\n")
                _ = peer.read(1)
            })
        let body = HTTPBody.stream(contentLength: total) { $0.count }
        let response = try connection.exchange(HTTPRequest(method: "POST", target: "/load", body: body))
        #expect(try response.text() == ".........done")
        #expect(connection.isReusable)
    }

    @Test("interim answers are skipped, but not without end")
    func interim() throws {
        let interim = "HTTP/1.1 100 Continue\r\nX: y\r\n\r\n"
        let final = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
        let good = HTTPConnection(ScriptedPeer.answering(String(repeating: interim, count: 20) + final))
        #expect(try good.get().text() == "ok")
        let endless = HTTPConnection(ScriptedPeer.start { peer in while peer.send(interim) {} })
        #expect(failure { _ = try endless.get() } == "tooManyInterimAnswers")
    }

    @Test(
        "heads without end are given up",
        arguments: ["X: y\r\n", "X: " + String(repeating: "y", count: 1000), "a:\n"])
    func endlessHead(_ piece: String) {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                peer.send("HTTP/1.1 200 OK\r\n")
                if !piece.hasSuffix("\n") { peer.send("X: ") }
                while peer.send(piece) {}
            })
        #expect(failure { _ = try connection.get() } == "headTooLarge")
    }

    @Test("header values lose the blanks around them, folded lines are joined, repeats stay")
    func headers() throws {
        let answer = "HTTP/1.1 200\r\nA: \t1 \r\nb:2\n A2\r\na: 3\r\nContent-Length: 0\r\n\r\n"
        let response = try HTTPConnection(ScriptedPeer.answering(answer)).get()
        #expect(response.headers.all("A") == ["1", "3"])
        #expect(response.headers["B"] == "2 A2")
        #expect(response.reason == "")
    }

    @Test(
        "heads that break the rules",
        arguments: [
            ("HTTP/1.1 20 OK\r\n\r\n", "invalidHead"), ("HTTP/1.1 2x0 OK\r\n\r\n", "invalidHead"),
            ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "invalidHead"), ("HTTP/1.1 200 OK\r\nA : b\r\n\r\n", "invalidHead"),
            ("HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n", "invalidHead"), ("HTTP/1.1 200 OK\r\n fold\r\n\r\n", "invalidHead"),
            ("HTTP/1.1 099 OK\r\n\r\n", "invalidHead"), ("HTTP/1.1 200 OK\r\nA: b", "truncatedHead"),
            ("HTTP/1.1 2", "truncatedHead"), ("", "closedBeforeAnswer"), ("HTTP/2 200\r\n\r\n", "notHTTP"),
            ("HTTP/1.1 101 UPGRADED\r\n\r\n", "unaskedUpgrade"),
            ("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "invalidContentLength"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 1x\r\n\r\n", "invalidContentLength"),
            ("HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", "invalidContentLength"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "invalidContentLength"),
            ("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "invalidContentLength"),
            ("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "unknownTransferCoding"),
        ])
    func brokenHeads(_ answer: String, _ expected: String) {
        let connection = HTTPConnection(ScriptedPeer.answering(answer))
        #expect(failure { _ = try connection.get() } == expected)
    }

    @Test("equal repeats of the length are accepted")
    func repeatedLength() throws {
        let answer = "HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\nContent-Length: 2\r\n\r\nok"
        #expect(try HTTPConnection(ScriptedPeer.answering(answer)).get().text() == "ok")
    }

    @Test("an answer that is not HTTP is quoted, escaped and short, without waiting for its line to end")
    func notHTTP() throws {
        let connection = HTTPConnection(
            ScriptedPeer.start { peer in
                peer.send([0x15, 0x03, 0x01, 0, 2, 2, 70] + [UInt8](repeating: 27, count: 500))
                _ = peer.readToEnd()
            })
        do {
            _ = try connection.get()
            Issue.record("nothing thrown")
        } catch {
            guard case .notHTTP(let excerpt, looksLikeTLS: true) = error else { throw error }
            #expect(excerpt.hasPrefix("\\x15\\x03\\x01\\x00\\x02\\x02F\\x1b"))
            #expect(excerpt.utf8.count <= 4 * 80)
            #expect("\(error)".contains("TLS"))
        }
        connection.close()
    }

    @Test("errors say in words what happened and what helps")
    func descriptions() {
        let missing = TransportError.libraryMissing(name: "libcurl", package: "libcurl4", detail: "no file")
        #expect(missing.description == "libcurl is not installed: apt-get install libcurl4 (no file)")
        let denied = TransportError.cannotConnect(address: "unix:///d.sock", .permissionDenied)
        #expect(denied.description == "cannot connect to unix:///d.sock: permission denied")
        #expect(!TransportError.unsendableHeader(name: "X\r").description.contains("\r"))
        #expect(TransportError.system(.read, ECONNRESET).isDisconnection)
        #expect(!TransportError.notReusable.isDisconnection)
    }
}
