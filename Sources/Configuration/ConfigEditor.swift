import Glibc
import JSON

/// Changes to `config.json`: it is read, changed and replaced while nobody else does the same.
///
/// What is not changed keeps its order and its spelling, known or not. A file that cannot be read is left alone.
public struct ConfigEditor: Sendable {
    private let folder: String

    public init(_ folder: ConfigFolder) { self.folder = folder.path }

    /// The file's path, without links followed.
    public var path: String { folder + "/config.json" }

    /// Whether others than the file's owner may read it.
    public var isReadByOthers: Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & 0o077 != 0
    }

    /// Refuses early what `edit` would.
    ///
    /// - Throws: `ConfigWriteError` for a file that cannot be read.
    public func check() throws(ConfigWriteError) { _ = try read(resolve()) }

    /// Changes the members of the file's object.
    ///
    /// - Parameter change: tells whether there was anything to change; without that nothing is written.
    /// - Throws: `ConfigWriteError`; the file is then as it was.
    public func edit(_ change: (inout JSONNode) -> Bool) throws(ConfigWriteError) {
        try makeFolder()
        let target = try resolve()
        let lock = open(target + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw failure(errno) }
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure(errno) }
        }
        var object = try read(target)
        guard change(&object) else { return }
        guard let document = try? JSONDocument(object.bytes) else { throw ConfigWriteError(path, "it became no JSON") }
        var bytes: [UInt8] = []
        document.root.indented(by: "\t", into: &bytes)
        try replace(target, with: bytes)
    }

    private func read(_ target: String) throws(ConfigWriteError) -> JSONNode {
        switch ConfigFile.read(target) {
        case .absent: return .object([])
        case .unusable(let reason): throw ConfigWriteError(path, "it is \(reason)")
        case .bytes(let bytes) where bytes.isEmpty: return .object([])
        case .bytes(var bytes):
            if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
            let document: JSONDocument
            do { document = try JSONDocument(bytes) } catch {
                throw ConfigWriteError(path, "it cannot be read: \(error)")
            }
            guard document.root.kind == .object else { throw ConfigWriteError(path, "it is not a JSON object") }
            return document.root.unread
        }
    }

    /// The file itself where a link leads to one.
    private func resolve() throws(ConfigWriteError) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        var facts = stat()
        guard errno == ENOENT else { throw failure(errno) }
        if lstat(path, &facts) == 0 { throw ConfigWriteError(path, "it is a link to a file that is not there") }
        return path
    }

    private func makeFolder() throws(ConfigWriteError) {
        var made = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            made += part.isEmpty ? "/" : "\(part)/"
            if access(made, F_OK) == 0 { continue }
            guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw failure(errno) }
        }
    }

    private func replace(_ target: String, with bytes: [UInt8]) throws(ConfigWriteError) {
        var template = Array("\(target)XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw failure(errno) }
        defer { close(file) }
        var facts = stat()
        if stat(target, &facts) == 0 {
            _ = fchmod(file, facts.st_mode & 0o7777)
            _ = fchown(file, facts.st_uid, facts.st_gid)
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(file, UnsafeRawBufferPointer(rebasing: $0[written...]).baseAddress, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { break }
            written += count
        }
        guard written == bytes.count, fsync(file) == 0, rename(template, target) == 0 else {
            let error = errno
            unlink(template)
            throw failure(error)
        }
    }

    private func failure(_ error: Int32) -> ConfigWriteError {
        ConfigWriteError(path, String(cString: strerror(error)))
    }
}

/// The configuration file could not be changed, and was not.
public struct ConfigWriteError: Error, Equatable, CustomStringConvertible {
    public let path: String
    public let reason: String

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }

    public var description: String { "\(path) is left as it is: \(reason)" }
}

extension JSONValue {
    /// An object whose members are passed on as they are spelt.
    var unread: JSONNode {
        .object(members.map { JSONMember($0.key, .raw(Array($0.value.rawBytes))) })
    }
}
