import Glibc
import Terminal

/// The file of `--cidfile`: there with the whole id, or not there at all.
final class ContainerIDFile {
    private let path: String
    private let draft: String
    private var descriptor: Int32 = -1

    /// Makes sure that the file can be written before the container is made.
    ///
    /// - Throws: `Failure` where it exists or cannot be made.
    init(path: String) throws {
        self.path = path
        draft = "\(path).\(getpid())"
        var facts = stat()
        if lstat(path, &facts) == 0 {
            throw Failure("the file \(path) exists: another container may be running; remove it or choose another")
        }
        descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor < 0 { throw failure(errno) }
    }

    deinit {
        close(descriptor)
        unlink(draft)
    }

    /// - Throws: `Failure` that tells the id, since the container is there.
    func write(_ id: String) throws {
        let bytes = Array(id.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw failure(errno, of: id) }
            written += count
        }
        // A link never replaces a file that came into being meanwhile; not every file system has links.
        if link(draft, path) == 0 { return }
        if errno == EEXIST || rename(draft, path) != 0 { throw failure(errno, of: id) }
    }

    private func failure(_ reason: Int32, of id: String? = nil) -> Failure {
        let subject = id.map { "the id of the new container \($0)" } ?? "the container's id"
        return Failure("\(subject) cannot be written to \(path): \(SystemError.text(reason))")
    }
}
