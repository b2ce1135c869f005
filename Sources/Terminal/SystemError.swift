import Glibc

/// A failed system call on a terminal, file or signal.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// What was tried, in a word or two.
    public let action: String
    public let errno: Int32

    public var description: String { "\(action): \(Self.text(errno))" }

    init(_ action: String, _ errno: Int32) {
        self.action = action
        self.errno = errno
    }

    /// The system's words for an errno value, beginning in lower case.
    public static func text(_ errno: Int32) -> String {
        guard let words = strerror(errno) else { return "error \(errno)" }
        let text = String(cString: words)
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
