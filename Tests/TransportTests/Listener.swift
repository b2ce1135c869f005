import Foundation

/// A listening socket of the test, unix or TCP on the loopback, and its clean-up.
final class Listener: @unchecked Sendable {
    let descriptor: Int32
    let path: String
    private(set) var port: UInt16 = 0

    init(unix path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        try listen(&address)
    }

    init() throws {
        path = ""
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        try listen(&address)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        guard status == 0 else { throw POSIXError(.EIO) }
        port = UInt16(bigEndian: address.sin_port)
    }

    private func listen<Address>(_ address: inout Address) throws {
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        guard status == 0, Glibc.listen(descriptor, 8) == 0 else { throw POSIXError(.EIO) }
    }

    /// Serves each connection with `script` on its own thread until `close`.
    func serve(_ script: @escaping @Sendable (ScriptedPeer) -> Void) {
        Thread {
            while true {
                let accepted = accept(self.descriptor, nil, nil)
                if accepted < 0 { return }
                ScriptedPeer(accepted).run(script)
            }
        }.start()
    }

    func close() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        Glibc.close(descriptor)
        unlink(path)
    }
}
