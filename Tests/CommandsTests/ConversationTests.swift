import Foundation
import Terminal
import Testing

/// Times are shown in UTC, wherever the tests run.
private let zoneIsSet = setenv("TZ", "UTC", 1) == 0

@Suite("Whole commands against a scripted engine: every request, every byte, the exit status")
struct ConversationTests {
    @Test("conversations", arguments: Conversation.files)
    func conversations(_ file: URL) throws {
        let all = try Conversation.all(in: file)
        #expect(!all.isEmpty && zoneIsSet)
        for conversation in all { try check(conversation) }
    }

    private func check(_ conversation: Conversation) throws {
        let held = try conversation.hold()
        let lines = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
        #expect(Self.visible(held.out) == lines(conversation.out), "stdout of \(conversation.name)")
        #expect(Self.visible(held.err) == lines(conversation.err), "stderr of \(conversation.name)")
        #expect(held.status == conversation.status, "status of \(conversation.name)")
        #expect(held.complaints == [], "requests of \(conversation.name)")
    }

    private static func visible(_ output: Output) -> String {
        String(decoding: output.collected.flatMap { $0 == 13 ? Array("␍".utf8) : [$0] }, as: UTF8.self)
    }
}
