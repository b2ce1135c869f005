import Configuration
import Glibc
import Terminal
import Transport

/// The build context, opened: an archive to read, and where the Dockerfile is in it.
struct BuildContext {
    /// Fills the front of a buffer with the next bytes of the archive and says how many; 0 at the end.
    var read: (UnsafeMutableRawBufferPointer) throws -> Int
    /// Empty where the engine is to look for it.
    let dockerfile: String
    private var checkout: GitCheckout?

    /// A Dockerfile or an ignore file of more bytes is refused.
    static let textLimit = 16 << 20
    private static let downloadLimit = 1 << 40

    /// Opens what the argument names: `-`, a folder, a git repository, or a web address.
    ///
    /// - Parameter file: what `--file` said: `-` for standard input, empty for the usual names.
    init(_ argument: String, file: String, _ session: Session) throws {
        if argument == "-" {
            if file == "-" {
                throw Failure("standard input cannot be both the build context and the Dockerfile")
            }
            let input = OpenFile(fcntl(session.input, F_DUPFD_CLOEXEC, 3))
            self = try Self(stream: input, file: file, session)
        } else if Self.isFolder(argument) {
            self = try Self(folder: argument, file: file, from: ".", session)
        } else if let address = GitAddress(argument) {
            let checkout = try GitCheckout(address, in: session.temporaryFolder)
            self = try Self(folder: checkout.context, file: file, from: checkout.context, session)
            self.checkout = checkout
        } else if argument.hasPrefix("http://") || argument.hasPrefix("https://") {
            if file == "-" { throw Failure("a Dockerfile on standard input needs a folder as its build context") }
            let download = try Self.download(argument, in: session.temporaryFolder)
            self = try Self(stream: download, file: file, session)
        } else {
            throw Failure("\(argument.debugDescription) is neither a folder nor the address of a build context")
        }
    }

    /// The same context packed by `gzip`.
    func compressed() throws -> BuildContext {
        var packed = self
        packed.read = try Gzip(read).read
        return packed
    }

    /// Removes what was made for it.
    func remove() { checkout?.remove() }

    /// An archive, packed or not, or a Dockerfile alone.
    private init(stream: OpenFile, file: String, _ session: Session) throws {
        var beginning: [UInt8] = []
        while beginning.count < ArchiveFormat.needed {
            var block = [UInt8](repeating: 0, count: ArchiveFormat.needed - beginning.count)
            let count = try block.withUnsafeMutableBytes { try stream.read(into: $0) }
            if count == 0 { break }
            beginning += block[..<count]
        }
        if ArchiveFormat(beginning: beginning) != nil {
            var first = beginning[...]
            dockerfile = file
            read = { buffer in
                if first.isEmpty { return try stream.read(into: buffer) }
                let count = min(first.count, buffer.count)
                buffer.copyBytes(from: first.prefix(count))
                first = first.dropFirst(count)
                return count
            }
        } else {
            let rest = try stream.readAll(limit: Self.textLimit)
            guard let rest else { throw Failure("the Dockerfile is larger than \(Self.textLimit >> 20) MiB") }
            var entry: TarEntry? = TarEntry(
                name: Array("Dockerfile".utf8), kind: .text(beginning + rest), mode: 0o644,
                modified: session.now.seconds)
            dockerfile = "Dockerfile"
            read = TarArchive { entry.take() }.read
        }
    }

    private init(folder: String, file: String, from base: String, _ session: Session) throws {
        let root = try RealPath.of(folder)
        let place = file == "-" ? nil : try BuildDockerfile(file, in: root, from: base)
        let ownRules = "\(root)/.dockerignore"
        let listed = try Self.text(ownRules)
        let rulesPath: String?
        var additions: [TarEntry] = []
        switch place {
        case .inside(let path):
            dockerfile = path
            rulesPath = "\(root)/\(path).dockerignore"
        case .outside(let path):
            let text = try Self.text(path)
            guard let text else { throw Failure("\(path): \(SystemError.text(ENOENT))") }
            additions = Self.members(dockerfile: text, rules: listed, now: session.now.seconds)
            dockerfile = String(decoding: additions[0].name, as: UTF8.self)
            rulesPath = "\(path).dockerignore"
        case nil:
            let text = try OpenFile(fcntl(session.input, F_DUPFD_CLOEXEC, 3)).readAll(limit: Self.textLimit)
            guard let text else { throw Failure("the Dockerfile is larger than \(Self.textLimit >> 20) MiB") }
            additions = Self.members(dockerfile: text, rules: listed, now: session.now.seconds)
            dockerfile = String(decoding: additions[0].name, as: UTF8.self)
            rulesPath = nil
        }
        var rules = IgnoreRules.none
        var source = rulesPath
        var bytes = try rulesPath.flatMap { try Self.text($0) }
        if bytes == nil { (source, bytes) = (ownRules, listed) }
        if let bytes, let source {
            do {
                rules = try IgnoreRules(file: bytes)
            } catch {
                throw Failure("\(source), line \(error.line): syntax error in pattern \(error.text.debugDescription)")
            }
        }
        let folder = try ContextFolder(
            root: root, rules: rules, always: [dockerfile, ".dockerignore"], additions: additions,
            warn: session.warn)
        let archive = TarArchive(
            onShrink: { name in
                let name = String(decoding: name, as: UTF8.self)
                session.warn("\(name) became shorter while it was read: zeros take the place of what is gone")
            }, next: folder.next)
        read = archive.read
    }

    /// The members that bring a Dockerfile from elsewhere into the archive. The engine leaves files that are listed
    /// in `.dockerignore` out of the image's sight once it has read them.
    private static func members(dockerfile: [UInt8], rules: [UInt8]?, now: Int64) -> [TarEntry] {
        // FNV-1a: one name for one Dockerfile, so that the same build twice is the same request.
        let hash = dockerfile.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let name = ".dockerfile." + String(hash, radix: 16)
        let listed = (rules ?? Array(".dockerignore".utf8)) + Array("\n\(name)\n".utf8)
        return [
            TarEntry(name: Array(name.utf8), kind: .text(dockerfile), mode: 0o600, modified: now),
            TarEntry(name: Array(".dockerignore".utf8), kind: .text(listed), mode: 0o600, modified: now),
        ]
    }

    /// A small file; nil where there is none.
    private static func text(_ path: String) throws -> [UInt8]? {
        guard let file = OpenFile(reading: Array(path.utf8)) else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw Failure("cannot read \(path): \(SystemError.text(errno))")
        }
        do {
            guard let text = try file.readAll(limit: textLimit) else {
                throw Failure("\(path) is larger than \(textLimit >> 20) MiB")
            }
            return text
        } catch let error as ReadFailure {
            throw Failure("cannot read \(path): \(SystemError.text(error.errno))")
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    private static func download(_ url: String, in folder: String) throws -> OpenFile {
        let file = try OpenFile.temporary(in: folder)
        do {
            _ = try RemoteFile.fetch(
                url: url, userAgent: "tug/\(Version.number) (linux)", maximumSize: downloadLimit
            ) { try file.write($0) }
        } catch TransportError.caller(let error) {
            throw error
        }
        lseek(file.descriptor, 0, SEEK_SET)
        return file
    }
}

extension Session {
    /// Where files that live as long as a command are made.
    var temporaryFolder: String { environment.nonEmpty("TMPDIR") ?? "/tmp" }
}
