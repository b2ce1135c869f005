import CommandGrammar
import Glibc

extension SessionNames {
    /// - Note: the shell completes whole words itself; this serves paths behind `source=` and the like.
    func files(beginning path: String, foldersOnly: Bool) -> [Candidate] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let start = path.dropFirst(folder.count)
        guard let handle = opendir(folder.isEmpty ? "." : folder) else { return [] }
        defer { closedir(handle) }
        var found: [Candidate] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix("."), name != ".", name != ".." else {
                continue
            }
            if Self.isFolder(folder + name) {
                found.append(Candidate(folder + name + "/", isOpen: true))
            } else if !foldersOnly {
                found.append(Candidate(folder + name))
            }
        }
        return found.sorted { $0.word < $1.word }
    }

    private static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }
}
