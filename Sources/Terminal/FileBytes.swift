import Glibc

/// read(2) and write(2) carried to their end: interrupted calls repeated, short ones continued, and
/// descriptors another program left non-blocking waited for.
enum FileBytes {
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else {
                try wait(for: POLLOUT, on: descriptor, after: errno, doing: "write")
            }
        }
    }

    /// Nil at the end of the file.
    static func readByte(from descriptor: Int32) throws(SystemError) -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = read(descriptor, &byte, 1)
            if count > 0 { return byte }
            if count == 0 { return nil }
            try wait(for: POLLIN, on: descriptor, after: errno, doing: "read")
        }
    }

    private static func wait(
        for event: Int32, on descriptor: Int32, after error: Int32, doing action: String
    ) throws(SystemError) {
        if error == EINTR { return }
        guard error == EAGAIN else { throw SystemError(action, error) }
        var ready = pollfd(fd: descriptor, events: Int16(event), revents: 0)
        if poll(&ready, 1, -1) < 0, errno != EINTR { throw SystemError(action, errno) }
    }
}
