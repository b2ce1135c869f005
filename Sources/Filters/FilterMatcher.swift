import Glibc

/// Filters to be matched here because the engine is too old to do it: expressions compiled once.
public struct FilterMatcher {
    private let tests: [Test]

    private struct Test {
        let key: String
        let needsAll: Bool
        /// What matches none of the subject's values is wanted.
        let isNegated: Bool
        let predicates: [(String) -> Bool]

        func accepts(_ subject: [String]) -> Bool {
            if isNegated { return !predicates.contains { subject.contains(where: $0) } }
            if needsAll { return predicates.allSatisfy { subject.contains(where: $0) } }
            return predicates.contains { subject.contains(where: $0) }
        }
    }

    /// - Parameters:
    ///   - list: has passed `rules.check`.
    ///   - keys: which keys of the list to match; the others are ignored. Mostly `rules.unsupported(list, at:)`.
    /// - Throws: `needsEngine` for a key that cannot be matched here, `unknownKey`, `invalidPattern`.
    public init(_ list: FilterList, _ rules: FilterRules, keys: [String]) throws(FilterError) {
        var tests: [Test] = []
        for entry in list.entries where keys.contains(entry.key) {
            let isNegated = entry.key.hasSuffix("!")
            let name = isNegated ? String(entry.key.dropLast()) : entry.key
            guard let key = rules[entry.key] else {
                throw .unknownKey(key: entry.key, nearest: nil, valid: rules.keys.map(\.name))
            }
            var predicates: [(String) -> Bool] = []
            for value in entry.values { predicates.append(try key.predicate(value)) }
            tests.append(
                Test(key: name, needsAll: key.match.needsAll, isNegated: isNegated, predicates: predicates))
        }
        self.tests = tests
    }

    /// Whether a listed thing passes all keys.
    ///
    /// - Parameter values: what the thing has under a key of the filter, never one that ends in "!": all names
    ///   under `name`, `KEY=VALUE` texts under `label`, `HealthState.rawValue` under `health`, `PORT/PROTOCOL`
    ///   under `publish`. Nothing means that it does not pass.
    public func matches(_ values: (String) -> [String]) -> Bool { tests.allSatisfy { $0.accepts(values($0.key)) } }
}

extension FilterKey {
    func predicate(_ value: String) throws(FilterError) -> (String) -> Bool {
        switch match {
        case .exact:
            guard case .words(_, ignoringCase: true) = self.value else { return { $0 == value } }
            let folded = value.lowercased()
            return { $0.lowercased() == folded }
        case .prefix: return { $0.hasPrefix(value) }
        case .pattern:
            let pattern = try FilterPattern(key: name, value)
            return { pattern.matches($0) }
        case .name:
            let pattern = try FilterPattern(key: name, value)
            return { name in
                let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
                return pattern.matches(bare) || pattern.matches("/" + bare)
            }
        case .label: return { $0 == value || (!value.contains("=") && $0.hasPrefix(value + "=")) }
        case .boolean:
            let wanted = FilterValue.boolean(value)
            return { FilterValue.boolean($0) == wanted }
        case .atLeast:
            let least = Int(value) ?? .max
            return { (Int($0) ?? .min) >= least }
        case .port:
            guard let wanted = FilterPort(value) else { return { _ in false } }
            return { FilterPort($0)?.overlaps(wanted) ?? false }
        case .glob: return { fnmatch(value, $0, FNM_PATHNAME) == 0 }
        case .image: return { ImageReference.denotes(value, $0) }
        case .engine: throw .needsEngine(key: name, minor: since)
        }
    }
}
