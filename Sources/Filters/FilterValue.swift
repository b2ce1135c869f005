/// Which values a filter key takes.
public enum FilterValue: Equatable, Sendable {
    /// Any text.
    case free
    /// `true`, `1`, `false` or `0`; given twice they contradict each other, which engines refuse.
    case boolean
    /// A whole number with an optional sign.
    case integer
    /// `PORT[/PROTOCOL]` or `FIRST-LAST[/PROTOCOL]`.
    case port
    /// One of some words.
    case words([FilterWord], ignoringCase: Bool = false)

    func accepts(_ value: String) -> Bool {
        switch self {
        case .free: true
        case .boolean: Self.boolean(value) != nil
        case .integer: Int(value) != nil
        case .port: FilterPort(value) != nil
        case .words(let words, let ignoringCase):
            words.contains { $0.text == (ignoringCase ? value.lowercased() : value) }
        }
    }

    /// N of the first API version 1.N whose engines answer that value.
    func minimumMinor(of value: String) -> Int {
        guard case .words(let words, _) = self else { return 0 }
        return words.first { $0.text == value }?.since ?? 0
    }

    /// What is valid, for a message.
    var summary: String {
        switch self {
        case .free: "any text"
        case .boolean: "true, false, 1, 0"
        case .integer: "a whole number"
        case .port: "PORT[/PROTOCOL] or FIRST-LAST[/PROTOCOL]"
        case .words(let words, _): words.map(\.text).joined(separator: ", ")
        }
    }

    static func boolean(_ value: String) -> Bool? {
        switch value {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }
}

/// A word a filter key takes, and N of the first API version 1.N whose engines answer it.
public struct FilterWord: Equatable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    public let since: Int

    public init(_ text: String, since: Int) {
        self.text = text
        self.since = since
    }

    public init(stringLiteral text: String) { self.init(text, since: 0) }
}
