import Glibc
import Terminal

/// A folder walked for an archive of it: everything that the rules leave, names sorted, folders before what is in
/// them.
final class ContextFolder {
    private let root: [UInt8]
    private let rules: IgnoreRules
    /// Sent whatever the rules say.
    private let always: [[UInt8]]
    private var additions: [TarEntry]
    /// What the archive is for, in messages.
    private let purpose: String
    private let keepsOwners: Bool
    private let warn: (String) -> Void
    private var levels: [Level] = []
    private var ready: ArraySlice<TarEntry> = []
    private var firstNames: [FileIdentity: [UInt8]] = [:]

    private struct Level {
        let path: [UInt8]
        var names: ArraySlice<[UInt8]>
        let marks: IgnoreRules.Marks?
        /// The folder's own member while it is held back: an ignored folder waits for an exception in it.
        var waiting: TarEntry?
    }

    private struct FileIdentity: Hashable {
        let device: dev_t
        let inode: ino_t
    }

    /// - Parameters:
    ///   - root: the folder's path.
    ///   - additions: members that replace those of the same name, or else stand at the end.
    ///   - purpose: what the archive is for, in messages.
    ///   - keepsOwners: with owners and groups, in place of 0.
    ///   - warn: told of what cannot be sent.
    init(
        root: String, rules: IgnoreRules, always: [String] = [], additions: [TarEntry] = [],
        purpose: String = "the build context", keepsOwners: Bool = false, warn: @escaping (String) -> Void
    ) throws {
        self.root = Array(root.utf8)
        self.rules = rules
        self.always = always.map { Array($0.utf8) }
        self.additions = additions
        self.purpose = purpose
        self.keepsOwners = keepsOwners
        self.warn = warn
        guard let names = try names(in: []) else { throw Failure("there is no folder \(root)") }
        levels = [Level(path: [], names: names, marks: nil)]
    }

    /// The next member of the archive; nil behind the last.
    func next() throws -> TarEntry? {
        while ready.isEmpty {
            guard let path = nextPath() else { return additions.isEmpty ? nil : additions.removeFirst() }
            try visit(path)
        }
        return ready.removeFirst()
    }

    private func nextPath() -> [UInt8]? {
        while let last = levels.indices.last {
            if let name = levels[last].names.popFirst() { return Self.join(levels[last].path, name) }
            levels.removeLast()
        }
        return nil
    }

    private func visit(_ path: [UInt8]) throws {
        var facts = stat()
        guard full(path).withTerminator({ lstat($0, &facts) }) == 0 else { return try explain(path) }
        let scalars = Array(String(decoding: path, as: UTF8.self).unicodeScalars)
        let marks = rules.marks(of: scalars, in: levels.last?.marks)
        let isIgnored = marks.isIgnored && !always.contains(path)
        let isFolder = facts.st_mode & S_IFMT == S_IFDIR
        if isFolder, isIgnored, !rules.mayReinclude(below: scalars), !always.contains(where: { $0.isBelow(path) }) {
            return
        }
        if isIgnored, !isFolder { return }
        guard let entry = try entry(path, facts) else { return }
        if isFolder {
            guard let names = try names(in: path) else { return }
            if !isIgnored { release(entry) }
            levels.append(Level(path: path, names: names, marks: marks, waiting: isIgnored ? entry : nil))
        } else {
            release(entry)
        }
    }

    /// Sends a member, and the folders around it that were held back before it.
    private func release(_ entry: TarEntry) {
        for index in levels.indices {
            if let folder = levels[index].waiting { ready.append(folder) }
            levels[index].waiting = nil
        }
        ready.append(entry)
    }

    private func entry(_ path: [UInt8], _ facts: stat) throws -> TarEntry? {
        if let index = additions.firstIndex(where: { $0.name == path }) { return additions.remove(at: index) }
        var entry = TarEntry(
            name: path, kind: .directory, mode: facts.st_mode & 0o7777, modified: Int64(facts.st_mtim.tv_sec))
        if keepsOwners { entry.owner = (facts.st_uid, facts.st_gid) }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: break
        case S_IFLNK:
            guard let target = target(of: path) else { return nil }
            entry.kind = .symbolicLink(to: target)
        case S_IFIFO: entry.kind = .fifo
        case S_IFCHR: entry.kind = .characterDevice(major: facts.st_rdev.major, minor: facts.st_rdev.minor)
        case S_IFBLK: entry.kind = .blockDevice(major: facts.st_rdev.major, minor: facts.st_rdev.minor)
        case S_IFREG:
            guard let kind = try file(path, facts) else { return nil }
            entry.kind = kind
            if case .file(let file, _) = kind { entry.capability = file.capability }
        default:
            warn("\(shown(path)) is a socket: it is left out of \(purpose)")
            return nil
        }
        return entry
    }

    private func file(_ path: [UInt8], _ facts: stat) throws -> TarEntry.Kind? {
        if facts.st_nlink > 1 {
            let identity = FileIdentity(device: facts.st_dev, inode: facts.st_ino)
            if let first = firstNames[identity] { return .hardLink(to: first) }
            firstNames[identity] = path
        }
        guard let file = OpenFile(reading: full(path), follow: false) else {
            try explain(path)
            return nil
        }
        var now = stat()
        guard fstat(file.descriptor, &now) == 0, now.st_mode & S_IFMT == S_IFREG else { return nil }
        return .file(file, size: Int64(now.st_size))
    }

    private func names(in path: [UInt8]) throws -> ArraySlice<[UInt8]>? {
        guard let folder = full(path).withTerminator({ opendir($0) }) else {
            try explain(path)
            return nil
        }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: UInt8.self, capacity: 1) {
                    Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
                }
            }
            if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
            errno = 0
        }
        if errno != 0 { try explain(path) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }[...]
    }

    private func target(of path: [UInt8]) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = full(path).withTerminator { path in
            buffer.withUnsafeMutableBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
                }
            }
        }
        return count < 0 ? nil : Array(buffer[..<count])
    }

    /// What was there a moment ago and is gone is no error; what cannot be read is one.
    private func explain(_ path: [UInt8]) throws {
        if errno == ENOENT && !path.isEmpty { return }
        throw Failure("cannot read \(shown(path)) for \(purpose): \(SystemError.text(errno))")
    }

    private func full(_ path: [UInt8]) -> [UInt8] { path.isEmpty ? root : Self.join(root, path) }

    private func shown(_ path: [UInt8]) -> String { String(decoding: full(path), as: UTF8.self) }

    private static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
        folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
    }
}

extension [UInt8] {
    fileprivate func isBelow(_ folder: [UInt8]) -> Bool {
        count > folder.count && starts(with: folder) && self[folder.count] == UInt8(ascii: "/")
    }
}

extension dev_t {
    var major: UInt32 { UInt32(truncatingIfNeeded: (self >> 8) & 0xfff | (self >> 32) & 0xffff_f000) }
    var minor: UInt32 { UInt32(truncatingIfNeeded: self & 0xff | (self >> 12) & 0xffff_ff00) }
}
