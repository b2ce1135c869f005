/// One end of a copy as it is typed.
enum CopyPlace: Equatable {
    /// `-`: an archive on stdin or stdout.
    case stream
    /// A path on this machine.
    case local(String)
    case container(name: String, path: String)

    /// A colon makes it a container's, unless an absolute path, or one that begins with a dot, is before it.
    init(_ text: String) {
        let name = text.prefix { $0 != ":" }
        if text == "-" {
            self = .stream
        } else if text.first == "/" || text.first == "." || name.endIndex == text.endIndex || name.isEmpty {
            self = .local(text)
        } else {
            self = .container(name: String(name), path: String(text[text.index(after: name.endIndex)...]))
        }
    }
}
