import Configuration
import Foundation
import Terminal

@testable import Commands

extension Conversation {
    /// The files of conversations, in order.
    static let files: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Conversations")
        let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (found ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    }()

    /// How it went.
    struct Held {
        var status: Int32
        var out: Output
        var err: Output
        /// What was asked otherwise than written.
        var complaints: [String]
    }

    /// Runs the command line against an engine that answers as written.
    func hold() throws -> Held {
        let engine = ScriptedEngine(self)
        let out = Output(memory: .file)
        let err = Output(memory: .file)
        var environment = environment
        environment["DOCKER_CONFIG"] = environment["DOCKER_CONFIG"] ?? "/nonexistent"
        let input = try inputDescriptor()
        defer { close(input) }
        let world = World(
            environment: Environment(environment), input: input, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() },
            catchSignals: { _ in nil })
        let status = Program(world).run(words)
        return Held(status: status, out: out, err: err, complaints: engine.complaints)
    }

    private func inputDescriptor() throws -> Int32 {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw ConversationError(line: "no pipe") }
        _ = input.withCString { write(ends[1], $0, strlen($0)) }
        close(ends[1])
        return ends[0]
    }
}
