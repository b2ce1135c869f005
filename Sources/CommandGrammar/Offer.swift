/// What a shell may offer for the word at the cursor.
public struct Offer: Equatable, Sendable {
    /// What else may stand there, for the shell to find.
    public enum Paths: Equatable, Sendable {
        case none, files, folders
    }

    public var candidates: [Candidate]
    public var paths: Paths

    public init(_ candidates: [Candidate] = [], paths: Paths = .none) {
        self.candidates = candidates
        self.paths = paths
    }

    /// The candidates that begin with what was typed; the alternatives among them where no other does.
    func matching(_ typed: String) -> Offer {
        let matches = candidates.filter { $0.word.hasPrefix(typed) }
        let main = matches.filter { !$0.isAlternative }
        return Offer(main.isEmpty && !typed.isEmpty ? matches : main, paths: paths)
    }

    /// The same for a word in which something stands before the part that was completed. Shells know no files for a
    /// part of a word: they become candidates.
    func behind(_ start: String, source: any CompletionSource, _ part: String) -> Offer {
        var candidates = candidates
        if paths != .none { candidates += source.files(beginning: part, foldersOnly: paths == .folders) }
        if start.isEmpty { return self }
        return Offer(
            candidates.map { candidate in
                var candidate = candidate
                candidate.word = start + candidate.word
                return candidate
            })
    }

    /// Both.
    func and(_ other: Offer) -> Offer {
        Offer(candidates + other.candidates, paths: paths == .none ? other.paths : paths)
    }
}

extension Offer: CustomStringConvertible {
    /// The form that cobra's completion scripts read too: a candidate a line, a tab before its description, and at
    /// the end `:` and the sum of 2 (no blank behind the word), 4 (no files) and 16 (folders only).
    public var description: String {
        let lines = candidates.map { candidate in
            Self.line(candidate.word) + (candidate.description.isEmpty ? "" : "\t" + Self.line(candidate.description))
        }
        let isOpen = !candidates.isEmpty && candidates.contains(where: \.isOpen)
        let directive = (isOpen ? 2 : 0) + (paths == .none ? 4 : paths == .folders ? 16 : 0)
        return (lines + [":\(directive)"]).joined(separator: "\n") + "\n"
    }

    /// Names come from engines, which nobody need trust: nothing in them can end a line or drive a terminal.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    }
}
