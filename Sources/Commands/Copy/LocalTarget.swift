import Glibc
import Terminal

/// Where on this machine a copy goes to: an open folder, and the path of the copy below it.
struct LocalTarget {
    let folder: OpenFile
    /// As messages name the folder.
    let place: String
    /// Empty when what is copied goes into the folder itself.
    let path: TarPath

    /// Finds the place for what is to be copied to a path. Links in the user's own path are followed.
    ///
    /// - Parameters:
    ///   - name: what the copy is called in a folder that is there; nil puts the contents of a folder into it.
    ///   - isFolder: whether a folder is to be copied.
    /// - Throws: `Failure` when it cannot go there.
    init(_ typed: CopyPath, name: String?, isFolder: Bool) throws {
        let target = try Self.resolve(typed)
        var facts = stat()
        let isThere = stat(target.text, &facts) == 0
        if isThere, facts.st_mode & S_IFMT == S_IFDIR {
            place = target.text
            path = TarPath(name.map { [Array($0.utf8)] } ?? [])
        } else if isThere {
            if isFolder { throw Failure("cannot copy a folder to \(typed.text), which is none") }
            if typed.isFolder { throw Failure("\(typed.text) is no folder") }
            guard facts.st_mode & S_IFMT == S_IFREG else {
                throw Failure("cannot copy to \(typed.text): it is neither a folder nor a regular file")
            }
            place = target.folder
            path = TarPath([Array(target.last.utf8)])
        } else {
            if errno != ENOENT { throw Failure("cannot copy to \(typed.text): \(SystemError.text(errno))") }
            if typed.isFolder, !isFolder { throw Failure("there is no folder \(typed.text)") }
            place = target.folder
            path = TarPath([Array(target.last.utf8)])
        }
        folder = try Self.open(place)
    }

    private static func open(_ path: String) throws -> OpenFile {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let reason = errno == ENOENT ? "there is no such folder" : SystemError.text(errno)
            throw Failure("cannot copy into \(path): \(reason)")
        }
        return OpenFile(descriptor)
    }

    /// Follows the links that the last component is, also one that leads to nothing yet.
    private static func resolve(_ typed: CopyPath) throws -> CopyPath {
        if typed.isFolder { return typed }
        var path = typed
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let count = readlink(path.text, &buffer, Int(PATH_MAX))
            if count < 0 { return path }
            path = path.following(String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
        throw Failure("cannot copy to \(typed.text): \(SystemError.text(ELOOP))")
    }
}
