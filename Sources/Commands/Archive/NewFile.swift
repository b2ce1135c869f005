import Glibc
import Terminal

/// A file that appears under its name only when it is whole.
///
/// The bytes go into another file of the same folder, which is removed on every way out but `commit`: an error, a
/// signal, a crash. Until then a file that had the name stays as it was.
final class NewFile {
    private let path: String
    private let temporary: String
    private let file: OpenFile
    private var isCommitted = false

    /// - Throws: `Failure` for a folder that cannot be written to, and for a path at which something else than a
    ///   regular file is.
    init(at path: String) throws {
        try Self.check(path)
        self.path = path
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        guard access(folder.isEmpty ? "." : folder, W_OK | X_OK) == 0 else {
            throw Failure("cannot write to \(path): \(SystemError.text(errno)): \(folder)")
        }
        (file, temporary) = try OpenFile.new(folder + ".tug-")
        try TerminalKeeper.removeOnExit(temporary)
    }

    deinit {
        if !isCommitted { unlink(temporary) }
        TerminalKeeper.keep(temporary)
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws { try file.write(bytes) }

    /// Brings the bytes to the disk and gives the file its name.
    func commit() throws {
        guard fsync(file.descriptor) == 0, rename(temporary, path) == 0 else {
            throw Failure("cannot write \(path): \(SystemError.text(errno))")
        }
        isCommitted = true
    }

    private static func check(_ path: String) throws {
        if path.hasSuffix("/") { throw Failure("cannot write to \(path): it is the name of a folder") }
        var facts = stat()
        guard lstat(path, &facts) == 0 else {
            if errno == ENOENT { return }
            throw Failure("cannot write to \(path): \(SystemError.text(errno))")
        }
        let kind: String? =
            switch facts.st_mode & S_IFMT {
            case S_IFREG: nil
            case S_IFDIR: "a folder"
            case S_IFLNK: "a symbolic link"
            case S_IFIFO: "a named pipe"
            case S_IFSOCK: "a socket"
            default: "a device"
            }
        if let kind { throw Failure("cannot write to \(path): it is \(kind)") }
    }
}
