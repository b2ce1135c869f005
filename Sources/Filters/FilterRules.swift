/// What `--filter` of one listing accepts.
public struct FilterRules: Sendable {
    public let keys: [FilterKey]

    public init(_ keys: [FilterKey]) { self.keys = keys }

    public subscript(_ name: String) -> FilterKey? { keys.first { $0.name == name } }

    /// Refuses a key the listing does not have and a value the key does not take.
    public func check(_ list: FilterList) throws(FilterError) {
        for entry in list.entries {
            guard let key = self[entry.key] else {
                throw .unknownKey(key: entry.key, nearest: nearest(to: entry.key), valid: keys.map(\.name))
            }
            for value in entry.values where !key.value.accepts(value) {
                throw .invalidValue(key: key.name, value: value, valid: key.value.summary)
            }
            guard entry.values.count == 1 || !(key.isSingle || contradicts(entry.values, key)) else {
                throw .severalValues(key: key.name)
            }
        }
    }

    /// The keys of `list` that an engine of API 1.`apiMinor` does not know, or not with those values, in the
    /// order typed: to be matched here and kept from the engine, or refused.
    public func unsupported(_ list: FilterList, at apiMinor: Int) -> [String] {
        list.entries.filter { entry in
            guard let key = self[entry.key] else { return true }
            return key.since > apiMinor || entry.values.contains { key.value.minimumMinor(of: $0) > apiMinor }
        }.map(\.key)
    }

    /// True and false at once.
    private func contradicts(_ values: [String], _ key: FilterKey) -> Bool {
        key.value == .boolean && Set(values.map(FilterValue.boolean)).count > 1
    }

    private func nearest(to word: String) -> String? {
        let limit = max(1, word.count / 3)
        let near = keys.map { (name: $0.name, distance: EditDistance.between($0.name, word)) }
        return near.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
    }
}
