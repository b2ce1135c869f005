import Glibc
import JSON

/// The client's `config.json`: read leniently, unknown keys ignored.
public struct ConfigFile: Sendable {
    /// nil where there is no file, or none that can be read as JSON.
    private let document: JSONDocument?
    /// Why a file that is there could not be used; nil when all is well.
    public let complaint: String?

    /// Larger files are not read, in bytes.
    static let sizeLimit = 16 << 20

    /// Reads the file; a missing one is an empty one.
    public init(path: String) {
        switch Self.read(path) {
        case .absent: (document, complaint) = (nil, nil)
        case .unusable(let why): (document, complaint) = (nil, "\(path): \(why); going on without it")
        case .bytes(var bytes):
            if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
            do {
                let document = try JSONDocument(bytes)
                guard document.root.kind == .object else {
                    self.document = nil
                    complaint = "\(path): not a JSON object; going on without it"
                    return
                }
                self.document = document
                complaint = nil
            } catch {
                document = nil
                complaint = "\(path): \(error); going on without it"
            }
        }
    }

    /// A string setting such as `psFormat`; empty ones count as absent.
    public func text(_ key: String) -> String? {
        guard let text = document?.root[key]?.string, !text.isEmpty else { return nil }
        return text
    }

    /// A list of strings such as `pruneFilters`.
    public func texts(_ key: String) -> [String] { document?.root.strings(key) ?? [] }

    /// A map of strings such as `HttpHeaders`, in the file's order.
    public func map(_ key: String) -> [(key: String, value: String)] {
        guard let members = document?.root[key]?.members else { return [] }
        return members.compactMap { member in member.value.string.map { (member.key, $0) } }
    }

    /// A whole value, such as `proxies` or `auths`.
    public func value(_ key: String) -> JSONValue? { document?.root[key] }

    enum Contents { case absent, unusable(String), bytes([UInt8]) }

    static func read(_ path: String) -> Contents {
        // O_NONBLOCK: a FIFO in the file's place must not hang the start.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .absent : .unusable(String(cString: strerror(errno)))
        }
        defer { close(file) }
        var facts = stat()
        guard fstat(file, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            return .unusable("not a regular file")
        }
        guard facts.st_size <= sizeLimit else { return .unusable("larger than \(sizeLimit >> 20) MiB") }
        var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled)
            }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return .unusable(String(cString: strerror(errno))) }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return .bytes(bytes)
    }
}
