import Glibc

/// A connection to a unix socket.
public final class UnixStream: SocketStream {
    /// The longest path, in bytes, that fits a socket address with its final NUL.
    public static let longestPath = 107

    /// Connects to the socket at `path`; a leading `@` names an abstract socket.
    public init(path: String) throws(TransportError) {
        let address = "unix://\(path)"
        guard path.utf8.count <= Self.longestPath else {
            throw .cannotConnect(address: address, .pathTooLong(limit: Self.longestPath))
        }
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .cannotConnect(address: address, .noSuchFile) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .cannotConnect(address: address, ConnectFailure(errno: errno)) }
        let failure = Self.connect(descriptor, path)
        guard failure == 0 else {
            _ = Glibc.close(descriptor)
            throw .cannotConnect(address: address, ConnectFailure(errno: failure))
        }
        super.init(descriptor: descriptor)
    }

    private static func connect(_ descriptor: Int32, _ path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isAbstract = path.utf8.first == UInt8(ascii: "@")
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            field.copyBytes(from: path.utf8)
            if isAbstract { field[0] = 0 }
        }
        // An abstract name is as long as the address says; other paths end at their NUL.
        let length = MemoryLayout<sa_family_t>.size + path.utf8.count + (isAbstract ? 0 : 1)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                while Glibc.connect(descriptor, generic, socklen_t(length)) != 0 {
                    if errno != EINTR { return errno }
                }
                return 0
            }
        }
    }
}

private typealias ConnectFailure = TransportError.ConnectFailure
