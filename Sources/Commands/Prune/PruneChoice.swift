import Filters
import Terminal

/// The filters of a prune as the client applies them: `label`, `label!` and `until`.
struct PruneChoice {
    let filters: FilterList
    private let labels: FilterMatcher
    private let until: Timestamp?

    /// - Throws: `UnitError` for a time that is none.
    init(_ filters: FilterList, _ rules: FilterRules, now: Timestamp) throws {
        self.filters = filters
        labels = try FilterMatcher(filters, rules, keys: ["label", "label!"])
        until = try filters.values("until").first.map { try Timestamp(filter: $0, now: now) }
    }

    /// Whether a thing of these labels, created in that second, is to go; nil for a time that is not told, which
    /// `until` spares.
    func accepts(labels subject: [String: String], created: Int?) -> Bool {
        guard labels.matches({ $0 == "label" ? subject.map { "\($0)=\($1)" } : [] }) else { return false }
        guard let until else { return true }
        return created.map { Int64($0) < until.seconds } ?? false
    }
}
