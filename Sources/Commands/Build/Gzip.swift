import Glibc
import Terminal

/// Bytes packed by the `gzip` program while they are read.
final class Gzip {
    private let source: (UnsafeMutableRawBufferPointer) throws -> Int
    private let program: ChildProcess
    /// A socket: writing to it raises no signal when the program is gone.
    private let plain: OpenFile
    private let packed: OpenFile
    private var block = [UInt8](repeating: 0, count: 64 << 10)
    private var waiting = 0..<0

    /// - Parameter source: fills the front of a buffer and says how much of it; 0 at the end.
    init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws -> Int) throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw Failure("cannot make a socket: \(SystemError.text(errno))")
        }
        plain = OpenFile(ends[0])
        let theirs = OpenFile(ends[1])
        let output = try PipeEnds()
        packed = output.reading
        self.source = source
        program = try ChildProcess(
            ["gzip", "-c"], descriptors: [theirs.descriptor, output.writing.descriptor, 2], purpose: "--compress")
        theirs.close()
        output.writing.close()
    }

    /// Fills the front of `buffer` and says how much of it; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while plain.descriptor >= 0 {
            var both = [
                pollfd(fd: packed.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: plain.descriptor, events: Int16(POLLOUT), revents: 0),
            ]
            if poll(&both, 2, -1) < 0 { continue }
            if both[0].revents != 0 { break }
            try feed()
        }
        let count = try packed.read(into: buffer)
        if count == 0, program.wait() != 0 || plain.descriptor >= 0 { throw Failure("gzip failed") }
        return count
    }

    private func feed() throws {
        if waiting.isEmpty { waiting = 0..<(try block.withUnsafeMutableBytes { try source($0) }) }
        if waiting.isEmpty { return plain.close() }
        let count = block[waiting].withUnsafeBytes {
            send(plain.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
        }
        if count >= 0 {
            waiting = (waiting.lowerBound + count)..<waiting.upperBound
        } else if errno != EAGAIN && errno != EINTR {
            throw Failure("gzip failed: \(SystemError.text(errno))")
        }
    }
}
