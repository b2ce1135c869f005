/// A path of either side, and what its last letters ask for.
struct CopyPath: Equatable {
    let text: String

    init(_ text: String) { self.text = text }

    /// `a/.`, and `.` itself: what is in the folder, not the folder.
    var isContents: Bool { text == "." || text.hasSuffix("/.") }
    /// Only a folder can be meant.
    var isFolder: Bool { isContents || text.hasSuffix("/") || last == ".." }

    /// The last component, nil for the root and for a path without one. `..` is taken as text, as engines take it.
    var name: String? {
        if isContents { return nil }
        var names: [Substring] = []
        for part in text.split(separator: "/") where part != "." {
            if part == ".." { _ = names.popLast() } else { names.append(part) }
        }
        return names.last.map(String.init)
    }

    /// The folder around the last component as it is written, `.` where none is.
    var folder: String {
        let bare = bare
        guard let slash = bare.lastIndex(of: "/") else { return "." }
        return slash == bare.startIndex ? "/" : String(bare[..<slash])
    }

    /// The last component as it is written.
    var last: String { String(bare[(bare.lastIndex(of: "/").map(bare.index(after:)) ?? bare.startIndex)...]) }

    /// This path for a link's target, which is seen from the folder that the link is in; what the last letters ask
    /// for is kept.
    func following(_ target: String) -> CopyPath {
        var path = target.first == "/" ? target : (folder == "/" ? "/\(target)" : "\(folder)/\(target)")
        if isContents, !path.hasSuffix("/.") { path += "/." }
        if text.hasSuffix("/"), !path.hasSuffix("/") { path += "/" }
        return CopyPath(path)
    }

    /// Without slashes and dots at the end.
    private var bare: Substring {
        var rest = text[...]
        while rest.count > 1 {
            if rest.last == "/" {
                rest.removeLast()
            } else if rest.hasSuffix("/.") {
                rest.removeLast(rest.count > 2 ? 2 : 1)
            } else {
                break
            }
        }
        return rest
    }
}
