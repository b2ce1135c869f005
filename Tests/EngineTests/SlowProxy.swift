import Foundation
import Glibc

/// Passes connections on to another port of the loopback, slowly, and counts what passes.
final class SlowProxy: @unchecked Sendable {
    /// `127.0.0.1:PORT`
    let address: String
    private let target: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var passed = 0
    private var isSlow = true

    /// What passes in 0.1 s of one direction of a connection, in bytes.
    private static let pace = 16 << 10

    /// - Parameter target: `127.0.0.1:PORT`.
    init(to target: String) throws {
        self.target = try Self.port(of: target)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        listener = descriptor
        // What waits in buffers has left its sender: keep them small.
        var room: Int32 = 32 << 10
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        var name = Self.loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isOpen else { throw NoPort() }
        address = "127.0.0.1:\(UInt16(bigEndian: name.sin_port))"
        Thread { [weak self] in
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0, let self else { return }
                Thread { self.serve(client) }.start()
            }
        }.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// From now on nothing is held up.
    func hurry() { lock.withLock { isSlow = false } }

    /// Bytes that passed, both ways.
    var count: Int { lock.withLock { passed } }

    /// Waits until so many bytes have passed.
    func waits(for bytes: Int, seconds: Double = 60) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while count < bytes, Date() < end { Thread.sleep(forTimeInterval: 0.02) }
        return count >= bytes
    }

    /// What has passed once nothing more passes.
    func countAtRest() -> Int {
        var last = -1
        while count != last {
            last = count
            Thread.sleep(forTimeInterval: 2)
        }
        return last
    }

    private func serve(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var name = Self.loopback(target)
        let isConnected = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        let isUploaded = DispatchSemaphore(value: 0)
        if isConnected {
            Thread {
                self.pass(client, server)
                isUploaded.signal()
            }.start()
            pass(server, client)
            isUploaded.wait()
        }
        close(client)
        close(server)
    }

    private func pass(_ from: Int32, _ to: Int32) {
        var buffer = [UInt8](repeating: 0, count: Self.pace)
        while true {
            let count = recv(from, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            guard send(to, buffer, count, Int32(MSG_NOSIGNAL)) == count else { break }
            let waits = lock.withLock {
                passed += count
                return isSlow && count > 1024
            }
            if waits { Thread.sleep(forTimeInterval: 0.1 * Double(count) / Double(Self.pace)) }
        }
        shutdown(to, Int32(SHUT_WR))
        shutdown(from, Int32(SHUT_RD))
    }

    private static func port(of address: String) throws -> UInt16 {
        guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw NoPort() }
        return port
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = port.bigEndian
        name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return name
    }

    struct NoPort: Error {}
}
