import Foundation

/// What the rows showed; each is run once, whoever asks first.
final class Results: @unchecked Sendable {
    static let shared = Results()
    private let lock = NSLock()
    private var known: [String: [String]] = [:]

    /// What is not as the row says, nothing when all is well.
    func complaints(about row: Row) throws -> [String] {
        try lock.withLock {
            if let known = known["\(row.id)"] { return known }
            let folder = try TestFolder()
            if row.cases.contains(where: \.engine.isReal) { try sweep(folder) }
            let found = try row.cases.flatMap { try $0.complaints(folder: folder.path) }
            if row.cases.contains(where: \.engine.isReal) { try sweep(folder) }
            known[row.id] = found
            return found
        }
    }

    /// Removes what rows left on the real engine: all of it has names that begin with `Row.prefix`.
    private func sweep(_ folder: TestFolder) throws {
        guard RealEngine.real.socket != nil else { return }
        let kinds = [
            ("ps -aq --filter name=\(Row.prefix)", "rm -fv"),
            ("network ls -q --filter name=\(Row.prefix)", "network rm"),
            ("volume ls -q --filter name=\(Row.prefix)", "volume rm -f"),
        ]
        for (list, remove) in kinds {
            var this = Row.Case(engine: .pinned("1.41", .real), environment: [:], line: "tug \(list)")
            for name in try this.output(folder: folder.path).split(separator: "\n") {
                this.line = "tug \(remove) \(name)"
                _ = try this.output(folder: folder.path)
            }
        }
    }
}
