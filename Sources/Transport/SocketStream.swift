import Glibc

/// A connected stream socket; the descriptor is closed with the object.
public class SocketStream: ByteStream {
    public private(set) var fileDescriptor: Int32

    public var hasBufferedInput: Bool { false }

    /// Takes over `descriptor`, a connected, blocking stream socket.
    public init(descriptor: Int32) {
        fileDescriptor = descriptor
    }

    deinit { close() }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(TransportError) -> Int {
        while true {
            let count = recv(fileDescriptor, buffer.baseAddress, buffer.count, 0)
            if count >= 0 { return count }
            guard errno == EINTR else { throw .system(.read, errno) }
        }
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try send(UnsafeRawBufferPointer(rebasing: rest), flags: 0)
            rest = rest.dropFirst(count)
        }
    }

    public func writeSome(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> Int {
        try send(bytes, flags: Int32(MSG_DONTWAIT))
    }

    public func closeWrite() throws(TransportError) {
        // A peer that is gone already has no side left to close.
        if shutdown(fileDescriptor, Int32(SHUT_WR)) != 0, errno != ENOTCONN { throw .system(.closeWrite, errno) }
    }

    public func close() {
        guard fileDescriptor >= 0 else { return }
        _ = Glibc.close(fileDescriptor)
        fileDescriptor = -1
    }

    private func send(_ bytes: UnsafeRawBufferPointer, flags: Int32) throws(TransportError) -> Int {
        while true {
            // Without the flag a closed peer would end the process by SIGPIPE.
            let count = Glibc.send(fileDescriptor, bytes.baseAddress, bytes.count, flags | Int32(MSG_NOSIGNAL))
            if count >= 0 { return count }
            switch errno {
            case EINTR: continue
            case EAGAIN where flags != 0: return 0
            default: throw .system(.write, errno)
            }
        }
    }
}
