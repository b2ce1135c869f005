import Glibc

/// Where the Dockerfile of a folder is.
enum BuildDockerfile: Equatable {
    /// In the folder: its path there, links followed.
    case inside(String)
    /// Elsewhere: its path.
    case outside(String)

    private static let names = ["Dockerfile", "dockerfile"]

    /// - Parameters:
    ///   - typed: what `--file` said; empty looks for the usual names.
    ///   - root: the folder, without links in its path.
    ///   - base: the folder that a typed path starts from.
    init(_ typed: String, in root: String, from base: String) throws(Failure) {
        if typed.isEmpty {
            let found = Self.names.map({ (name: String) -> String in "\(root)/\(name)" }).first {
                access($0, F_OK) == 0
            }
            guard let found else { throw Failure("there is no Dockerfile in \(root); --file names another") }
            guard let path = try RealPath.of(found).path(below: root) else {
                throw Failure("\(found) is a link out of the build context; --file can name a Dockerfile elsewhere")
            }
            self = .inside(path)
        } else {
            let path = try RealPath.of(typed.hasPrefix("/") ? typed : "\(base)/\(typed)")
            self = path.path(below: root).map { .inside($0) } ?? .outside(path)
        }
    }
}

extension String {
    /// The rest of this path behind a folder it is in.
    func path(below folder: String) -> String? {
        let start = folder == "/" ? folder : folder + "/"
        return hasPrefix(start) && utf8.count > start.utf8.count ? String(dropFirst(start.count)) : nil
    }
}
