import Foundation

/// The rows of the version history that tug serves, as `seed.tsv` lists them.
struct Seed: Sendable {
    var id: String
    var api: String
    /// What is done on engines older than that: `refused`, `left out`, `done by tug`, `the engine's words`, `said`,
    /// `the same`; or why there is no test: `waits for …`, `nothing to show`.
    var manner: String
    /// Why Engine 20.10 cannot show it; empty where it does.
    var notOnDebian: String
    /// For rows without a test.
    var fact: String

    var hasTest: Bool { !manner.hasPrefix("waits for ") && manner != "nothing to show" }

    static func all() throws -> [Seed] {
        let text = try String(contentsOf: Files.folder.appendingPathComponent("seed.tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Seed(
                id: fields[0], api: fields[1], manner: fields[2], notOnDebian: fields[3], fact: fields[4])
        }
    }
}
