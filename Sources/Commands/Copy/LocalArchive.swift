import Glibc
import Terminal

/// What is at a path of this machine, as an archive for an engine.
struct LocalArchive {
    let isFolder: Bool
    /// What it is called; nil for the contents of a folder.
    let name: String?
    private let path: String
    private let facts: stat

    /// - Parameter followsLink: whether a link is copied as what it leads to.
    /// - Throws: `Failure` for a path at which nothing is.
    init(_ source: CopyPath, followsLink: Bool) throws {
        var facts = stat()
        let follows = followsLink || source.isFolder
        guard (follows ? stat(source.text, &facts) : lstat(source.text, &facts)) == 0 else {
            throw Failure("cannot copy \(source.text): \(SystemError.text(errno))")
        }
        isFolder = facts.st_mode & S_IFMT == S_IFDIR
        if source.isFolder, !isFolder { throw Failure("\(source.text) is no folder") }
        name = source.name ?? (source.isContents ? nil : Self.folderName(source.text))
        path = source.text
        self.facts = facts
    }

    /// The archive, in which it stands under `name`, or as the folder `.` itself without one.
    func archive(named name: String?, warn: @escaping (String) -> Void) throws -> TarArchive {
        let root = Array((name ?? ".").utf8)
        var first: TarEntry? = try entry(named: root)
        guard isFolder else {
            return TarArchive {
                defer { first = nil }
                return first
            }
        }
        let folder = try ContextFolder(root: path, rules: .none, purpose: "the copy", keepsOwners: true, warn: warn)
        return TarArchive {
            if let entry = first {
                first = nil
                return entry
            }
            guard var entry = try folder.next() else { return nil }
            entry.name = root + [UInt8(ascii: "/")] + entry.name
            if case .hardLink(let target) = entry.kind {
                entry.kind = .hardLink(to: root + [UInt8(ascii: "/")] + target)
            }
            return entry
        }
    }

    private func entry(named name: [UInt8]) throws -> TarEntry {
        let kind: TarEntry.Kind
        var capability: [UInt8]?
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .symbolicLink(to: try target())
        case S_IFREG:
            guard let file = OpenFile(reading: Array(path.utf8)) else {
                throw Failure("cannot copy \(path): \(SystemError.text(errno))")
            }
            kind = .file(file, size: Int64(facts.st_size))
            capability = file.capability
        case S_IFIFO: kind = .fifo
        case S_IFCHR: kind = .characterDevice(major: facts.st_rdev.major, minor: facts.st_rdev.minor)
        case S_IFBLK: kind = .blockDevice(major: facts.st_rdev.major, minor: facts.st_rdev.minor)
        default: throw Failure("cannot copy \(path): it is a socket")
        }
        return TarEntry(
            name: name, kind: kind, mode: facts.st_mode & 0o7777, modified: Int64(facts.st_mtim.tv_sec),
            owner: (facts.st_uid, facts.st_gid), capability: capability)
    }

    private func target() throws -> [UInt8] {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { throw Failure("cannot copy \(path): \(SystemError.text(errno))") }
        return buffer[..<count].map(UInt8.init(bitPattern:))
    }

    /// `..` and what ends in it have the name of the folder that is meant.
    private static func folderName(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return CopyPath(String(cString: real)).name
    }
}
