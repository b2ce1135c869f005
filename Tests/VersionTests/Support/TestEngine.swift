import Foundation
import Transport

/// What rows and tests speak with: it serves connections and notes what it was asked.
protocol TestEngine: AnyObject, Sendable {
    var log: Log { get }

    /// Serves one connection to its end and closes it.
    func serve(_ socket: Int32)
}

extension TestEngine {
    /// A connection of this process.
    func connect() throws -> any ByteStream {
        let (ours, theirs) = try Peer.pair()
        Thread { self.serve(theirs) }.start()
        return SocketStream(descriptor: ours)
    }

    /// Serves programs on a unix socket, for as long as the process lives.
    func listen(at path: String) throws {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard Peer.withAddress(of: path, { bind(listener, $0, $1) }) == 0 else { throw Problem("no socket at \(path)") }
        try accept(on: listener)
    }

    /// Serves programs on a free port of the loopback, for as long as the process lives.
    ///
    /// - Returns: `127.0.0.1:PORT`
    func listen() throws -> String {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw Problem("no free port") }
        try accept(on: listener)
        return "127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    }

    private func accept(on listener: Int32) throws {
        guard Glibc.listen(listener, 16) == 0 else { throw Problem("nobody can connect") }
        Thread {
            while true {
                let client = Glibc.accept(listener, nil, nil)
                if client < 0 { return }
                Thread { self.serve(client) }.start()
            }
        }.start()
    }
}
