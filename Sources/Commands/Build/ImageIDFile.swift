import Glibc
import Terminal

/// The file of `--iidfile`: it holds the image's id when the build has gone well, and is not there otherwise.
struct ImageIDFile {
    let path: String

    /// Removes what an earlier build left.
    func clear() throws(Failure) {
        guard isReplaceable, unlink(path) != 0, errno != ENOENT else { return }
        throw Failure("cannot remove \(path): \(SystemError.text(errno))")
    }

    /// Writes the id; a regular file is there whole or not at all.
    func write(_ id: String) throws {
        if !isReplaceable {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw failure }
            return try OpenFile(descriptor).write(id)
        }
        let (file, temporary) = try OpenFile.new(path + ".")
        do {
            try file.write(id)
            guard fchmod(file.descriptor, 0o666 & ~Self.mask) == 0, rename(temporary, path) == 0 else { throw failure }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Devices and pipes are written to; links and regular files give way to a new one.
    private var isReplaceable: Bool {
        var facts = stat()
        return stat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFREG
    }

    private var failure: Failure { Failure("cannot write \(path): \(SystemError.text(errno))") }

    private static var mask: mode_t {
        let mask = umask(0o022)
        umask(mask)
        return mask
    }
}
