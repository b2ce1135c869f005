import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

/// Times are shown in UTC, wherever the tests run.
private let zoneIsSet = setenv("TZ", "UTC", 1) == 0

private let files: [URL] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Conversations")
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
}()

@Suite("Whole commands against a scripted engine: every request, every byte, the exit status")
struct ConversationTests {
    @Test("conversations", arguments: files)
    func conversations(_ file: URL) throws {
        let all = try Conversation.all(in: file)
        #expect(!all.isEmpty && zoneIsSet)
        for conversation in all { try hold(conversation) }
    }

    private func hold(_ conversation: Conversation) throws {
        let engine = ScriptedEngine(conversation)
        let out = Output(memory: .file)
        let err = Output(memory: .file)
        var environment = conversation.environment
        environment["DOCKER_CONFIG"] = environment["DOCKER_CONFIG"] ?? "/nonexistent"
        let input = try inputDescriptor(conversation.input)
        defer { close(input) }
        let world = World(
            environment: Environment(environment), input: input, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() },
            catchSignals: { _ in nil })
        let status = Program(world).run(conversation.words)
        let lines = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
        #expect(Self.visible(out) == lines(conversation.out), "stdout of \(conversation.name)")
        #expect(Self.visible(err) == lines(conversation.err), "stderr of \(conversation.name)")
        #expect(status == conversation.status, "status of \(conversation.name)")
        #expect(engine.complaints == [], "requests of \(conversation.name)")
    }

    private static func visible(_ output: Output) -> String {
        String(decoding: output.collected.flatMap { $0 == 13 ? Array("␍".utf8) : [$0] }, as: UTF8.self)
    }

    private func inputDescriptor(_ text: String) throws -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ConversationError(line: "no pipe") }
        _ = text.withCString { write(ends[1], $0, strlen($0)) }
        close(ends[1])
        return ends[0]
    }
}
