import CXattr
import Glibc
import Terminal

/// An open descriptor that closes itself.
final class OpenFile {
    /// -1 once closed.
    private(set) var descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close() }

    /// Ends it before the last reference goes; calling it again does nothing.
    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    /// Opens a file for reading; nil with `errno` set when that fails. Never waits for the other end of a fifo.
    init?(reading path: [UInt8], follow: Bool = true) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW)
        let opened = path.withTerminator { open($0, flags) }
        guard opened >= 0 else { return nil }
        descriptor = opened
    }

    /// A new file, readable by nobody else, whose path begins with `start`.
    static func new(_ start: String) throws(Failure) -> (file: OpenFile, path: String) {
        var template = Array("\(start)XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw Failure("cannot make a temporary file \(start)…: \(SystemError.text(errno))")
        }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return (OpenFile(descriptor), String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    /// A file without a name, gone when it is closed.
    static func temporary(in folder: String) throws(Failure) -> OpenFile {
        let (file, path) = try new(folder + "/tug-")
        unlink(path)
        return file
    }

    static let capabilityName = "security.capability"

    /// The file capabilities (capabilities(7)); nil for none, and where the file system knows none.
    var capability: [UInt8]? {
        // Three versions of 12, 20 and 24 bytes are known.
        var value = [UInt8](repeating: 0, count: 64)
        let count = fgetxattr(descriptor, Self.capabilityName, &value, value.count)
        return count > 0 ? Array(value[..<count]) : nil
    }

    /// At most as many bytes as `buffer` holds, 0 at the end. Waits.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EAGAIN || errno == EINTR else { throw ReadFailure(errno: errno) }
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            if errno == EAGAIN { poll(&ready, 1, -1) }
        }
    }

    /// Writes all of `bytes`. Waits.
    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 && errno != EINTR { throw Failure("cannot write a file: \(SystemError.text(errno))") }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    func write(_ text: String) throws {
        try Array(text.utf8).withUnsafeBytes { try write($0) }
    }

    /// What is left of it, of which only the last `limit` bytes are kept.
    func readTail(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            bytes = (bytes + buffer[..<count]).suffix(limit)
        }
    }

    /// The whole of it; nil when there are more than `limit` bytes.
    func readAll(limit: Int) throws -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try buffer.withUnsafeMutableBytes { try read(into: $0) }
            if count == 0 { return bytes }
            guard count <= limit - bytes.count else { return nil }
            bytes += buffer[..<count]
        }
    }
}

/// read(2) failed.
struct ReadFailure: Error, Equatable, CustomStringConvertible {
    let errno: Int32

    var description: String { "cannot read: \(SystemError.text(errno))" }
}

extension [UInt8] {
    /// Calls `use` with the bytes as a C string.
    func withTerminator<Result>(_ use: (UnsafePointer<CChar>) -> Result) -> Result {
        (self + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return "".withCString(use) }
                return use(start)
            }
        }
    }
}
