import Foundation
import Testing

@testable import Transport

@Suite struct SocketTests {
    private func reason(_ connect: () throws -> SocketStream) -> TransportError.ConnectFailure? {
        do {
            _ = try connect()
            return nil
        } catch {
            guard case TransportError.cannotConnect(_, let failure) = error else { return nil }
            return failure
        }
    }

    private func temporaryPath() -> String {
        "/tmp/tug-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"
    }

    @Test("an exchange over a unix socket")
    func unix() throws {
        let listener = try Listener(unix: temporaryPath())
        defer { listener.close() }
        listener.serve { peer in
            _ = peer.readHead()
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK")
        }
        let stream = try UnixStream(path: listener.path)
        #expect(try HTTPConnection(stream).get("/_ping").text() == "OK")
    }

    @Test("an exchange over an abstract unix socket")
    func abstract() throws {
        let name = "@tug-\(getpid())"
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            field.copyBytes(from: name.utf8)
            field[0] = 0
        }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(2 + name.utf8.count))
            }
        }
        #expect(bound == 0 && listen(descriptor, 1) == 0)
        defer { close(descriptor) }
        #expect(reason { try UnixStream(path: name) } == nil)
    }

    @Test("an exchange over TCP, by name, is reusable and tells the host")
    func tcp() throws {
        let listener = try Listener()
        defer { listener.close() }
        listener.serve { peer in
            let head = peer.readHead()
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: \(head.utf8.count)\r\n\r\n" + head)
            _ = peer.read(1)
        }
        let endpoint = try Endpoint(parsing: "localhost:\(listener.port)")
        let stream = try TCPStream(host: "localhost", port: listener.port)
        let connection = HTTPConnection(stream: stream, hostHeader: endpoint.hostHeader)
        #expect(try connection.get().text() == "GET / HTTP/1.1\r\nHost: localhost:\(listener.port)\r\n\r\n")
        #expect(connection.isReusable)
        let flags = fcntl(stream.fileDescriptor, F_GETFL)
        #expect(flags & O_NONBLOCK == 0)
    }

    @Test("why a unix socket cannot be reached: missing, nobody listens, path too long")
    func unixFailures() throws {
        #expect(reason { try UnixStream(path: temporaryPath()) } == .noSuchFile)
        #expect(reason { try UnixStream(path: "") } == .noSuchFile)
        #expect(reason { try UnixStream(path: String(repeating: "a", count: 108)) } == .pathTooLong(limit: 107))
        let listener = try Listener(unix: temporaryPath())
        close(listener.descriptor)
        #expect(reason { try UnixStream(path: listener.path) } == .refused)
        unlink(listener.path)
    }

    @Test("a unix socket without permission says so")
    func unixPermission() throws {
        let listener = try Listener(unix: temporaryPath())
        defer { listener.close() }
        chmod(listener.path, 0)
        // Root may connect to anything, so this thread looks like somebody else while it tries.
        typealias SetUser = @convention(c) (UInt32) -> Int32
        let symbol = try #require(dlsym(nil, "setfsuid"))
        let setUser = unsafeBitCast(symbol, to: SetUser.self)
        let failure = {
            let before = setUser(65534)
            defer { _ = setUser(UInt32(bitPattern: before)) }
            return reason { try UnixStream(path: listener.path) }
        }()
        #expect(failure == .permissionDenied)
    }

    @Test("why a TCP address cannot be reached: refused, unknown name")
    func tcpFailures() throws {
        let listener = try Listener()
        listener.close()
        #expect(reason { try TCPStream(host: "127.0.0.1", port: listener.port) } == .refused)
        guard case .nameLookup = reason({ try TCPStream(host: "no.such.name.invalid", port: 1) }) else {
            Issue.record("the name was found")
            return
        }
    }

    @Test("writing to a peer that is gone is an error, not a signal, and half-closing it is none")
    func goneGone() throws {
        let stream = ScriptedPeer.start { _ in }
        _ = try stream.wait(for: .readable)
        let error = failure { for _ in 0..<3 { try stream.write(Array("x".utf8)) } }
        #expect(error == "system")
        try stream.closeWrite()
        stream.close()
        stream.close()
    }

    @Test("a non-blocking write stops when the peer does not read")
    func writeSome() throws {
        let gate = DispatchSemaphore(value: 0)
        let stream = ScriptedPeer.start { _ in gate.wait() }
        defer { gate.signal() }
        let block = [UInt8](repeating: 0, count: 1 << 20)
        var written = -1
        for _ in 0..<100 where written != 0 {
            written = try block.withUnsafeBytes { try stream.writeSome($0) }
        }
        #expect(written == 0)
    }
}
