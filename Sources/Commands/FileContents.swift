import Glibc
import Terminal

/// The whole of a file that the user named: an ordinary one, or a pipe of the shell's.
enum FileContents {
    /// More is not read, in bytes.
    static let limit = 16 << 20

    /// - Throws: `Failure` with the file's path and the reason, ending in `status`.
    static func read(_ path: String, status: Int32) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure("\(path): \(SystemError.text(errno))", status: status) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw Failure("\(path): \(SystemError.text(errno))", status: status) }
            bytes += chunk.prefix(count)
            if bytes.count > limit { throw Failure("\(path): larger than \(limit >> 20) MiB", status: status) }
        }
    }
}
