import EngineAPI
import Filters
import JSON

extension Session {
    /// The tasks that match.
    func tasks(_ filters: FilterList) throws -> [JSONValue] {
        let wire = filters.wire(apiMinor: try engine.version().minor)
        return Array(try engine.json(.listTasks(filters: wire)).root.elements)
    }
}
