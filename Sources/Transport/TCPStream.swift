import Glibc

/// A TCP connection in the clear.
public final class TCPStream: SocketStream {
    /// Looks up `host` and connects to the first of its addresses that answers within 30 seconds.
    ///
    /// When none does, the failure of the last one is thrown.
    public init(host: String, port: UInt16) throws(TransportError) {
        let address = Endpoint.tcp(host: host, port: port, basePath: "", tls: false).description
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &found)
        guard status == 0 else {
            throw .cannotConnect(address: address, .nameLookup(String(cString: gai_strerror(status))))
        }
        defer { freeaddrinfo(found) }

        var failure = TransportError.ConnectFailure.nameLookup("no addresses")
        var candidate = found
        while let info = candidate?.pointee {
            switch Self.connect(info) {
            case .success(let descriptor):
                super.init(descriptor: descriptor)
                return
            case .failure(let error):
                failure = TransportError.ConnectFailure(errno: error.code)
            }
            candidate = info.ai_next
        }
        throw .cannotConnect(address: address, failure)
    }

    private struct SystemError: Error {
        let code: Int32
    }

    private static func connect(_ info: addrinfo) -> Result<Int32, SystemError> {
        let kind = info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let descriptor = socket(info.ai_family, kind, info.ai_protocol)
        guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
        var code = Glibc.connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 ? 0 : errno
        if code == EINPROGRESS || code == EINTR { code = outcome(of: descriptor) }
        if code == 0, fcntl(descriptor, F_SETFL, 0) != 0 { code = errno }
        guard code == 0 else {
            _ = Glibc.close(descriptor)
            return .failure(SystemError(code: code))
        }
        tune(descriptor)
        return .success(descriptor)
    }

    private static func outcome(of descriptor: Int32) -> Int32 {
        do throws(TransportError) {
            let ready = try Readiness.poll(descriptor, for: .writable, milliseconds: 30_000)
            if ready.isEmpty { return ETIMEDOUT }
        } catch {
            return EIO
        }
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno
    }

    // Only comfort: a connection without these options works too, so failures are not looked at.
    private static func tune(_ descriptor: Int32) {
        set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        set(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1)
        set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPIDLE, 30)
        set(descriptor, Int32(IPPROTO_TCP), TCP_KEEPINTVL, 30)
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        withUnsafePointer(to: value) {
            _ = setsockopt(descriptor, level, option, $0, socklen_t(MemoryLayout<Int32>.size))
        }
    }
}
