import Glibc
import Terminal

/// Unpacks members of an archive below one folder, whatever the archive says.
///
/// Each folder on the way to a member is opened by its name in the one before, and never through a symbolic link, so
/// that nothing outside can be reached even while somebody else changes the tree. A member is made under another name
/// and renamed: it is whole or not there, and what stood in its place stays until then.
final class Extraction {
    private let root: OpenFile
    /// As messages name the root.
    private let place: String
    /// setuid and setgid bits are kept, and devices are made.
    private let isExact: Bool
    /// The folder that was used last, and its path from the root.
    private var current: (path: TarPath, folder: OpenFile)
    /// Folders around the current member whose mode and time wait until nothing changes in them any more.
    private var unfinished: [(path: TarPath, mode: UInt32, modified: [timespec])] = []

    /// - Parameters:
    ///   - root: an open folder.
    ///   - place: its name, for messages.
    ///   - isExact: keep setuid and setgid bits, make devices.
    init(below root: OpenFile, place: String, isExact: Bool) {
        self.root = root
        self.place = place
        self.isExact = isExact
        current = (TarPath(), root)
    }

    /// Makes one member.
    ///
    /// - Parameters:
    ///   - path: where, below the root; empty for the root itself, which must be a folder and is there.
    ///   - link: for a hard link, the member that it is another name of.
    func add(_ member: TarMember, at path: TarPath, link: TarPath?, from reader: TarReader) throws {
        try settle(around: path)
        guard let name = path.last else {
            // The folder itself is the user's: it keeps its mode and its time.
            guard member.kind == .directory else { throw failure(path, "a folder is expected there") }
            return
        }
        let parent = try folder(path.parent)
        var facts = stat()
        let isThere = name.withTerminator { fstatat(parent.descriptor, $0, &facts, AT_SYMLINK_NOFOLLOW) } == 0
        let isFolder = isThere && facts.st_mode & S_IFMT == S_IFDIR
        if member.kind == .directory {
            if isThere, !isFolder { throw failure(path, "a folder cannot replace something that is none") }
            if !isThere, name.withTerminator({ mkdirat(parent.descriptor, $0, 0o700) }) != 0 {
                throw failure(path, SystemError.text(errno))
            }
            return remember(member, at: path)
        }
        if isFolder { throw failure(path, "only a folder can replace a folder") }
        try replace(name, in: parent, with: member, at: path, link: link, from: reader)
    }

    /// Gives the last folders their mode and time.
    func finish() throws { try settle(around: nil) }

    private func replace(
        _ name: [UInt8], in parent: OpenFile, with member: TarMember, at path: TarPath, link: TarPath?,
        from reader: TarReader
    ) throws {
        let temporary = Array(".tug-\(String(UInt64.random(in: 0 ... .max), radix: 36))".utf8)
        // Through the open folder: its path may lead elsewhere by the time a signal comes.
        let known = "/proc/self/fd/\(parent.descriptor)/\(String(decoding: temporary, as: UTF8.self))"
        try TerminalKeeper.removeOnExit(known)
        defer {
            _ = temporary.withTerminator { unlinkat(parent.descriptor, $0, 0) }
            TerminalKeeper.keep(known)
        }
        try make(member, temporary, in: parent, at: path, link: link, from: reader)
        let renamed = temporary.withTerminator { old in
            name.withTerminator { renameat(parent.descriptor, old, parent.descriptor, $0) }
        }
        if renamed != 0 { throw failure(path, SystemError.text(errno)) }
    }

    private func make(
        _ member: TarMember, _ name: [UInt8], in parent: OpenFile, at path: TarPath, link: TarPath?,
        from reader: TarReader
    ) throws {
        let made: Int32
        switch member.kind {
        case .file: return try write(member, name, in: parent, at: path, from: reader)
        case .directory: return
        case .symbolicLink(let target):
            guard path.keepsInside(link: target) else { throw failure(path, "a link out of the copied files") }
            made = target.withTerminator { target in
                name.withTerminator { symlinkat(target, parent.descriptor, $0) }
            }
        case .hardLink:
            guard let link, let first = link.last else { throw failure(path, "a link to something else") }
            let source = try open(link.parent, from: root, creates: false)
            made = first.withTerminator { first in
                name.withTerminator { linkat(source.descriptor, first, parent.descriptor, $0, 0) }
            }
        case .fifo: made = name.withTerminator { mkfifoat(parent.descriptor, $0, member.mode & 0o777) }
        case .characterDevice(let major, let minor), .blockDevice(let major, let minor):
            guard isExact, getuid() == 0 else { throw failure(path, "a device is copied by root with --archive only") }
            var kind = S_IFBLK
            if case .characterDevice = member.kind { kind = S_IFCHR }
            made = name.withTerminator {
                mknodat(parent.descriptor, $0, kind | member.mode & 0o777, Self.device(major, minor))
            }
        }
        if made != 0 { throw failure(path, SystemError.text(errno)) }
        if case .hardLink = member.kind { return }
        let times = Self.times(member)
        _ = name.withTerminator { utimensat(parent.descriptor, $0, times, AT_SYMLINK_NOFOLLOW) }
    }

    private func write(
        _ member: TarMember, _ name: [UInt8], in parent: OpenFile, at path: TarPath, from reader: TarReader
    ) throws {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = name.withTerminator { openat(parent.descriptor, $0, flags, 0o600) }
        guard descriptor >= 0 else { throw failure(path, SystemError.text(errno)) }
        let file = OpenFile(descriptor)
        while let bytes = try reader.content() {
            do { try file.write(bytes) } catch { throw failure(path, "\(error.message)") }
        }
        guard fchmod(descriptor, member.mode & (isExact ? 0o7777 : 0o777)) == 0,
            futimens(descriptor, Self.times(member)) == 0
        else { throw failure(path, SystemError.text(errno)) }
    }

    private func remember(_ member: TarMember, at path: TarPath) {
        let mode = member.mode & (isExact ? 0o7777 : 0o1777)
        unfinished.append((path, mode, Self.times(member)))
    }

    /// Finishes the folders that do not hold `path`.
    private func settle(around path: TarPath?) throws {
        while let last = unfinished.last, path.map({ !$0.isBelow(last.path) }) ?? true {
            unfinished.removeLast()
            let folder = try folder(last.path)
            guard fchmod(folder.descriptor, last.mode) == 0, futimens(folder.descriptor, last.modified) == 0 else {
                throw failure(last.path, SystemError.text(errno))
            }
        }
    }

    private func folder(_ path: TarPath) throws -> OpenFile {
        if current.path == path { return current.folder }
        let folder = try open(path, from: root, creates: true)
        current = (path, folder)
        return folder
    }

    /// Opens a folder component by component, refusing links.
    private func open(_ path: TarPath, from root: OpenFile, creates: Bool) throws -> OpenFile {
        var folder = root
        for (index, name) in path.components.enumerated() {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            var descriptor = name.withTerminator { openat(folder.descriptor, $0, flags) }
            if descriptor < 0, errno == ENOENT, creates {
                _ = name.withTerminator { mkdirat(folder.descriptor, $0, 0o755) }
                descriptor = name.withTerminator { openat(folder.descriptor, $0, flags) }
            }
            guard descriptor >= 0 else {
                let reason = errno == ELOOP || errno == ENOTDIR ? "no folder" : SystemError.text(errno)
                throw failure(TarPath(Array(path.components.prefix(index + 1))), reason)
            }
            folder = OpenFile(descriptor)
        }
        return folder
    }

    private func failure(_ path: TarPath, _ reason: String) -> Failure {
        Failure("cannot copy to \(path.components.isEmpty ? place : "\(place)/\(path)"): \(reason)")
    }

    private static func times(_ member: TarMember) -> [timespec] {
        let time = timespec(tv_sec: Int(member.modified.seconds), tv_nsec: Int(member.modified.nanoseconds))
        return [time, time]
    }

    /// As makedev(3) packs it.
    private static func device(_ major: UInt32, _ minor: UInt32) -> dev_t {
        let majorBits = dev_t(major & 0xfff) << 8 | dev_t(major & 0xffff_f000) << 32
        let minorBits = dev_t(minor & 0xff) | dev_t(minor & 0xffff_ff00) << 12
        return majorBits | minorBits
    }
}
