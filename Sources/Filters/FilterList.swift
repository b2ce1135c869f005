/// What `--filter` collects: keys in the order first typed, each with its values in the order typed.
///
/// Values of one key are alternatives, except for labels, which must all match; different keys must all
/// match (moby `api/types/filters`).
public struct FilterList: Equatable, Sendable {
    struct Entry: Equatable, Sendable {
        let key: String
        var values: [String]
    }

    private(set) var entries: [Entry] = []

    public init() {}

    /// Takes one word of the command line, `KEY=VALUE`, split at the first "=".
    ///
    /// The key is trimmed and lower-cased, the value trimmed; an empty word is ignored. `label!=X` gives the
    /// key `label!`.
    public mutating func add(_ word: String) throws(FilterError) {
        guard !word.isEmpty else { return }
        guard let separator = word.firstIndex(of: "=") else { throw .missingEquals(word: word) }
        let key = Self.trimmed(word[..<separator]).lowercased()
        guard !key.isEmpty else { throw .missingKey(word: word) }
        set(key: key, value: Self.trimmed(word[word.index(after: separator)...]))
    }

    /// Adds a value to a key as it is; one that is there already is kept once.
    public mutating func set(key: String, value: String) {
        guard let index = entries.firstIndex(where: { $0.key == key }) else {
            entries.append(Entry(key: key, values: [value]))
            return
        }
        if !entries[index].values.contains(value) { entries[index].values.append(value) }
    }

    /// The values of a key in the order typed; none when it was not given.
    public func values(_ key: String) -> [String] { entries.first { $0.key == key }?.values ?? [] }

    public func contains(_ key: String) -> Bool { entries.contains { $0.key == key } }

    public var isEmpty: Bool { entries.isEmpty }

    /// The keys in the order first typed.
    public var keys: [String] { entries.map(\.key) }

    /// The list without a key.
    public func removing(_ key: String) -> FilterList { keeping { $0 != key } }

    /// The list without some keys.
    public func removing(_ keys: [String]) -> FilterList { keeping { !keys.contains($0) } }

    /// The list with only those of its keys.
    public func keeping(_ keys: [String]) -> FilterList { keeping { keys.contains($0) } }

    /// Whether an engine asked with these filters lists stopped containers too without being told to.
    /// Needed when these keys are kept from the engine and matched here: then ask for all.
    public var impliesAllContainers: Bool { contains("status") || contains("exited") }

    private func keeping(_ isKept: (String) -> Bool) -> FilterList {
        var list = self
        list.entries.removeAll { !isKept($0.key) }
        return list
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
