import Foundation
import Testing

private let gates = (try? Gate.all()) ?? []
private let gateRows = (try? Row.all(in: "Gates")) ?? []
private let rows = Dictionary((gateRows + ((try? Row.all(in: "Rows")) ?? [])).map { ($0.id, $0) }) { one, _ in one }

@Suite("Every gate from 1.18 to 1.56")
struct GateTests {
    @Test("tug minds a gate, on engines before and after it", arguments: gates)
    func gate(_ gate: Gate) throws {
        for complaint in try gate.complaints(rows) { Issue.record("\(gate.id): \(complaint)") }
    }

    @Test("the files can be read, no gate is there twice, and every row belongs to one")
    func files() throws {
        let ids = try Gate.all().map(\.id)
        #expect(Set(ids).count == ids.count)
        let shown = try Row.all(in: "Gates").map(\.id)
        #expect(Set(shown).count == shown.count)
        #expect(Set(shown).subtracting(ids) == [])
    }

    @Test("the table says of each gate how it is shown, and that it was")
    func table() throws {
        var lines = ["gate\tkind\tby\tfact\tshown on\tresult"]
        for gate in try Gate.all() {
            var fields = [gate.id, gate.kind, gate.enforcer]
            switch gate.manner {
            case .nothing(let reason): fields += [reason, "-", "-"]
            case .ownRow, .seedRows:
                let proof = gate.proof(rows)
                let fact = proof.map { $0.id == gate.id ? $0.fact : "\($0.id): \($0.fact)" }.joined(separator: "; ")
                fields += [fact, proof.engines, try gate.complaints(rows).isEmpty ? "holds" : "fails"]
            }
            lines.append(fields.joined(separator: "\t"))
        }
        let file = Files.folder.appendingPathComponent("gates-table.tsv")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["TUG_RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "TUG_RECORD=1 writes the table anew")
    }
}
