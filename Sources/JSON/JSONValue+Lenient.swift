/// Readers for models: what is missing or of another type gives the neutral value.
extension JSONValue {
    /// A string member, else "".
    public func text(_ key: String) -> String { self[key]?.string ?? "" }

    /// An integer member, else 0.
    public func integer(_ key: String) -> Int { self[key]?.int ?? 0 }

    /// A boolean member (or 0 and 1), else false.
    public func flag(_ key: String) -> Bool { self[key]?.bool ?? false }

    /// The elements of an array member, else none.
    public func list(_ key: String) -> JSONElements { self[key]?.elements ?? JSONElements(document) }

    /// The strings of an array member; other elements are left out.
    public func strings(_ key: String) -> [String] { list(key).compactMap(\.string) }
}
