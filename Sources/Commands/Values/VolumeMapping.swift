import CommandGrammar

/// `[SOURCE:]PATH[:OPTIONS]` of `--volume`.
struct VolumeMapping: ListElement {
    /// A path of the engine's host or a volume's name; nil for a new volume without a name.
    let source: String?
    /// The path in the container, with the options behind it.
    let rest: String

    static var completion: Completion? {
        .split(":", first: .either([.names(.volumes), .files]), second: .nothing)
    }

    init(parsing text: String) throws(ValueError) {
        let colon = Self.separator(in: text)
        source = colon.map { String(text[..<$0]) }
        rest = colon.map { String(text[text.index(after: $0)...]) } ?? text
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        if source?.isEmpty == true || parts.contains(where: \.isEmpty) {
            throw ValueError("a part of \"\(text)\" is empty")
        }
    }

    /// The first colon that does not stand behind a drive letter.
    private static func separator(in text: String) -> String.Index? {
        let isDrive = text.first?.isLetter == true && text.dropFirst().hasPrefix(":\\")
        return text.dropFirst(isDrive ? 2 : 0).firstIndex(of: ":")
    }

    /// `ro`, `z`, `nocopy` …
    var options: [Substring] { rest.split(separator: ":").dropFirst().last?.split(separator: ",") ?? [] }

    /// As the engine takes it; a source that begins with a dot is a path from the working directory.
    func bind(in workingDirectory: String) -> String? {
        source.map { "\($0.hasPrefix(".") ? AbsolutePath.of($0, in: workingDirectory) : $0):\(rest)" }
    }
}
