/// Paths made absolute by their text alone.
enum AbsolutePath {
    /// The path from the root, without `.`, `..`, doubled slashes and a slash at the end.
    static func of(_ path: String, in workingDirectory: String) -> String {
        let whole = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
