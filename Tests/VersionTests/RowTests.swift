import Foundation
import Testing

private let rows = (try? Row.all(in: "Rows")) ?? []

@Suite("The version history, row by row")
struct RowTests {
    @Test("a row holds on every engine it names", arguments: rows)
    func row(_ row: Row) throws {
        #expect(!row.cases.isEmpty)
        for complaint in try Results.shared.complaints(about: row) { Issue.record("\(row.id): \(complaint)") }
    }

    @Test("the files of rows can be read, and no row is there twice")
    func files() throws {
        let ids = try Row.all(in: "Rows").map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("the tests that show the rest on the real engine are there")
    func elsewhere() {
        for suite in Set(rows.flatMap(\.elsewhere)) {
            let file = Files.folder.deletingLastPathComponent().appendingPathComponent("EngineTests/\(suite).swift")
            #expect(FileManager.default.fileExists(atPath: file.path), "\(suite)")
        }
    }

    @Test("the table says of each row of the seed how it is shown, and that it was")
    func table() throws {
        var lines = ["id\tapi\tfact\ton older engines\tshown on\tresult"]
        for seed in try Seed.all() {
            let row = rows.first { $0.id == seed.id }
            #expect((row != nil) == seed.hasTest, "\(seed.id)")
            guard let row else {
                lines.append([seed.id, seed.api, seed.fact, seed.manner, "-", "-"].joined(separator: "\t"))
                continue
            }
            let isOnDebian = row.cases.contains(where: \.engine.isReal) || !row.elsewhere.isEmpty
            #expect(isOnDebian == seed.notOnDebian.isEmpty, "\(seed.id)")
            let isHeld = try Results.shared.complaints(about: row).isEmpty
            let fields = [seed.id, seed.api, row.fact, seed.manner, [row].engines, isHeld ? "holds" : "fails"]
            lines.append(fields.joined(separator: "\t"))
        }
        let file = Files.folder.appendingPathComponent("table.tsv")
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["TUG_RECORD"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == text, "TUG_RECORD=1 writes the table anew")
    }
}
