import Glibc
import Terminal

/// A git repository brought here by the `git` program.
struct GitCheckout {
    private let folder: TemporaryFolder
    /// The folder that is the build context.
    let context: String

    /// At most this much of what git says of an error is shown, in bytes.
    private static let talkLimit = 4 << 10

    /// - Parameter parent: where temporary folders are made.
    init(_ address: GitAddress, in parent: String) throws {
        for part in [address.repository, address.reference ?? ""] where part.hasPrefix("-") {
            throw Failure("\(part.debugDescription) is no name of a git repository or reference: it begins with -")
        }
        folder = try TemporaryFolder(in: parent)
        let root = folder.path
        do {
            try Self.git(["init", "--quiet"], in: root)
            try Self.git(["remote", "add", "--", "origin", address.repository], in: root)
            try Self.fetch(address.reference ?? "HEAD", in: root)
            try Self.git(["submodule", "update", "--quiet", "--init", "--recursive", "--depth", "1"], in: root)
            context = try Self.resolve(address.folder, in: root)
        } catch {
            folder.remove()
            throw error
        }
    }

    func remove() { folder.remove() }

    /// One commit is enough; servers that cannot give one alone, or not by its id, are asked for more.
    private static func fetch(_ reference: String, in root: String) throws {
        let attempts: [() throws -> Void] = [
            { try git(["fetch", "--quiet", "--depth", "1", "origin", "--", reference], in: root) },
            { try git(["fetch", "--quiet", "origin", "--", reference], in: root) },
        ]
        for attempt in attempts where (try? attempt()) != nil {
            return try git(["checkout", "--quiet", "--detach", "FETCH_HEAD"], in: root)
        }
        try git(["fetch", "--quiet", "--tags", "origin"], in: root)
        try git(["checkout", "--quiet", "--detach", reference, "--"], in: root)
    }

    private static func git(_ words: [String], in root: String) throws {
        let talk = try PipeEnds()
        let child = try ChildProcess(
            ["git", "-C", root, "-c", "protocol.file.allow=never"] + words,
            descriptors: [nil, nil, talk.writing.descriptor], environment: ["GIT_PROTOCOL_FROM_USER": "0"],
            purpose: "a git repository as build context")
        talk.writing.close()
        let text = try talk.reading.readTail(limit: talkLimit)
        guard child.wait() != 0 else { return }
        let said = String(decoding: text, as: UTF8.self).split(separator: "\n").last
        throw Failure("git \(words[0]) failed\(said.map { ": \($0)" } ?? "")")
    }

    /// The folder inside the checkout, links followed but never out of it.
    private static func resolve(_ folder: String?, in root: String) throws -> String {
        let base = try RealPath.of(root)
        guard let folder else { return base }
        guard let path = try? RealPath.of(base + "/" + folder) else {
            throw Failure("the git repository has no folder \(folder.debugDescription)")
        }
        guard path == base || path.hasPrefix(base + "/") else {
            throw Failure("\(folder.debugDescription) leads out of the git repository")
        }
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            throw Failure("\(folder.debugDescription) is no folder of the git repository")
        }
        return path
    }
}

/// Paths without links, `.` and `..`.
enum RealPath {
    /// - Throws: `Failure` for what is not there or may not be looked at.
    static func of(_ path: String) throws(Failure) -> String {
        guard let found = realpath(path, nil) else { throw Failure("\(path): \(SystemError.text(errno))") }
        defer { free(found) }
        return String(cString: found)
    }
}
