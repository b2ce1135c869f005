import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

/// Templates over captured bodies. A `.templates` file holds, for the `.json` beside it: `$ template`, the lines that
/// docker 28.2 prints for it (`| line`; those of the flat addresses that API 1.52 dropped, and of the VirtualSize
/// that 1.44 dropped, were put in by hand), and the exit status where it is not 0 (`= 1`).
private let cases: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Conversations/inspect")
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "templates" }.sorted { $0.path < $1.path }
}()

@Suite("inspect --format prints what docker prints")
struct InspectTemplateTests {
    @Test("templates of public scripts and every kind of field over captured bodies", arguments: cases)
    func templates(_ file: URL) throws {
        let body = Array(try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json")))
        let kind = file.lastPathComponent.prefix { $0 != "-" }
        let entries = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n")
        #expect(entries.count > 5)
        for entry in entries {
            let lines = entry.split(separator: "\n").map(String.init)
            let template = String(try #require(lines.first).dropFirst(2))
            let out = lines.filter { $0.hasPrefix("|") }.map { $0.dropFirst(2) + "\n" }.joined()
            let status: Int32 = lines.last.flatMap { $0.hasPrefix("= ") ? Int32($0.dropFirst(2)) : nil } ?? 0
            let result = try inspect(String(kind), template, body)
            #expect(result.out == out, "stdout of \(template)")
            #expect(result.status == status, "status of \(template)")
        }
    }

    private func inspect(_ kind: String, _ template: String, _ body: [UInt8]) throws -> (out: String, status: Int32) {
        let paths = ["container": "containers/x/json", "image": "images/x/json", "network": "networks/x"]
        var conversation = Conversation(name: template)
        conversation.exchanges = [
            Conversation.Exchange(request: "GET /v1.41/\(paths[kind] ?? "volumes/x")", body: body)
        ]
        let engine = ScriptedEngine(conversation)
        let out = Output(memory: .file)
        let world = World(
            environment: Environment(["DOCKER_CONFIG": "/nonexistent"]), input: 0, out: out,
            err: Output(memory: .file), now: { Timestamp(seconds: 0) }, dial: { _ in try engine.connect() })
        let status = Program(world).run(["inspect", "--type", kind, "-f", template, "x"])
        #expect(engine.complaints == [] || status == 64)
        return (out.text, status)
    }
}
