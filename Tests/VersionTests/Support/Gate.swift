import Foundation
import Testing

/// A place where client and engine behave differently by API version, as `gates.tsv` lists them.
struct Gate: Sendable, CustomTestStringConvertible {
    /// How it is shown that tug minds it.
    enum Manner: Sendable, Equatable {
        /// By the row of `Gates` that has its id.
        case ownRow
        /// By rows of the seed.
        case seedRows([String])
        /// Not at all, and why.
        case nothing(String)
    }

    var area: String
    var operation: String
    /// The first version of the newer behaviour: `1.44`; `any` or `-` when none is known.
    var api: String
    /// `field-dropped`, `error`, `encoding` …, and who sees to it.
    var kind: String
    var enforcer: String
    /// `-`, ids of the seed's rows, or a reason: `waits for …`, `windows only`, `nothing to show: …`.
    var shown: String

    /// `container_create/StopTimeout@1.25`
    var id: String { "\(area)/\(operation)@\(api)".replacing(" ", with: "_") }

    var testDescription: String { id }

    var manner: Manner {
        let reasons = ["waits for ", "windows only", "nothing to show: "]
        if shown == "-" { return .ownRow }
        if reasons.contains(where: shown.hasPrefix) { return .nothing(shown) }
        return .seedRows(shown.split(separator: " ").map(String.init))
    }

    /// The minor number of a version that engines on both sides of can be spoken with: tug's oldest is 1.18.
    var boundary: Int? {
        let parts = api.split(separator: ".")
        guard parts.count == 2, parts[0] == "1", let minor = Int(parts[1]), minor > 18 else { return nil }
        return minor
    }

    static func all() throws -> [Gate] {
        let text = try String(contentsOf: Files.folder.appendingPathComponent("gates.tsv"), encoding: .utf8)
        return try text.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 6 else { throw Problem("gates.tsv: \(line)") }
            return Gate(
                area: fields[0], operation: fields[1], api: fields[2], kind: fields[3], enforcer: fields[4],
                shown: fields[5])
        }
    }
}

extension Gate {
    /// The rows that show it.
    ///
    /// - Parameter rows: all rows, those of `Gates` and those of the seed, by id.
    func proof(_ rows: [String: Row]) -> [Row] {
        switch manner {
        case .nothing: []
        case .ownRow: [rows[id]].compactMap { $0 }
        case .seedRows(let ids): ids.compactMap { rows[$0] }
        }
    }

    /// What is missing of its proof, nothing when it is whole.
    func complaints(_ rows: [String: Row]) throws -> [String] {
        if case .nothing = manner { return rows[id] == nil ? [] : ["it has a row, but gates.tsv says \(shown)"] }
        let proof = proof(rows)
        var complaints = try proof.flatMap { try Results.shared.complaints(about: $0) }
        if case .seedRows(let ids) = manner, ids != proof.map(\.id) { complaints.append("there is no row \(shown)") }
        let minors = proof.flatMap(\.cases).map(\.engine.minor)
        if minors.isEmpty { complaints.append("nothing shows it") }
        if let boundary {
            if !minors.contains(where: { $0 >= boundary }) { complaints.append("not shown at \(api) or above") }
            if !minors.contains(where: { $0 < boundary }) { complaints.append("not shown below \(api)") }
        }
        return complaints
    }
}
