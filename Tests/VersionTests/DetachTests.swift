import CTerminalTestSupport
import Foundation
import Testing

@Suite("Who leaves with the detach keys leaves, and the engine says so where it can", .serialized)
struct DetachTests {
    private static let standard: [UInt8] = [0x10, 0x11]

    @Test("a program in a container: the event exec_detach", arguments: ["1.24", "1.25"])
    func exec(_ version: String) throws {
        let engine = try ReplayEngine(version: version, detachKeys: Self.standard)
        let left = try type("ab\u{10}\u{11}", at: ["exec", "-i", "-t", "h0", "sh"], engine)
        #expect(left == Shell.Result(out: "", err: "read escape sequence: detached\n", status: 1))
        #expect(typed(engine, "/exec/") == "ab\u{10}\u{11}")
        #expect(try events("exec_detach", engine) == "container exec_detach\n")
    }

    @Test("the keys that were chosen are the ones the engine is told of")
    func chosen() throws {
        let engine = try ReplayEngine(version: "1.25", detachKeys: [0x01, UInt8(ascii: "d")])
        let words = ["exec", "-it", "--detach-keys", "ctrl-a,d", "h0", "sh"]
        #expect(try type("\u{1}x\u{1}d", at: words, engine).status == 1)
        let made = engine.log.all.first { $0.target.path == "/containers/h0/exec" }
        let body = String(decoding: made?.body ?? [], as: UTF8.self)
        #expect(body.contains("\"DetachKeys\":\"ctrl-a,d\""))
        #expect(typed(engine, "/exec/") == "\u{1}x\u{1}d")
        #expect(try events("exec_detach", engine) == "container exec_detach\n")
    }

    @Test("engines that make no event of it never see the keys", arguments: ["1.18", "1.21", "1.23", "1.38", "1.41"])
    func execWithoutEvent(_ version: String) throws {
        let engine = try ReplayEngine(version: version, detachKeys: Self.standard)
        let left = try type("ab\u{10}\u{11}", at: ["exec", "-i", "-t", "h0", "sh"], engine)
        #expect(left == Shell.Result(out: "", err: "read escape sequence: detached\n", status: 1))
        #expect(typed(engine, "/exec/") == "ab")
    }

    @Test("a container: the event detach from 1.24 on", arguments: ["1.18", "1.23", "1.24", "1.25", "1.41"])
    func attach(_ version: String) throws {
        let facts = #"{"Id":"h0","State":{"Running":true},"Config":{"Tty":true,"OpenStdin":true}}"#
        let answer = Row.Answer(request: "GET /containers/h0/json", status: 200, body: Array(facts.utf8))
        let engine = try ReplayEngine(version: version, scripted: [answer, answer], detachKeys: Self.standard)
        let left = try type("ab\u{10}\u{11}", at: ["attach", "h0"], engine)
        #expect(left == Shell.Result(out: "", err: "read escape sequence: detached\n", status: 1))
        let makesEvent = !["1.18", "1.23"].contains(version)
        #expect(typed(engine, "/attach") == (makesEvent ? "ab\u{10}\u{11}" : "ab"))
        if makesEvent { #expect(try events("detach", engine) == "container detach\n") }
    }

    /// Runs the program at a terminal, and types once it takes single keys.
    private func type(_ keys: String, at words: [String], _ engine: ReplayEngine) throws -> Shell.Result {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        guard terminal_test_open(&ends.master, &ends.slave) == 0 else { throw Problem("no terminal") }
        let (master, slave) = ends
        defer {
            close(master)
            close(slave)
        }
        Thread {
            let end = Date(timeIntervalSinceNow: 30)
            while terminal_test_mode(slave) != 0, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
            _ = Array(keys.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
        }.start()
        let left = try run(words, input: FileHandle(fileDescriptor: slave), engine)
        #expect(terminal_test_mode(slave) == 7, "the terminal is as it was")
        return left
    }

    /// The events of this kind that the engine tells, without their times.
    private func events(_ name: String, _ engine: ReplayEngine) throws -> String {
        let words = ["events", "--since", "1795423000", "--until", "1795423999", "--filter", "event=\(name)"]
        let told = try run(words + ["--format", "{{.Type}} {{.Action}}"], input: .nullDevice, engine)
        #expect(told.status == 0 && told.err == "")
        return told.out
    }

    private func run(_ words: [String], input: FileHandle, _ engine: ReplayEngine) throws -> Shell.Result {
        let folder = try TestFolder()
        let socket = folder.path + "/docker.sock"
        try engine.listen(at: socket)
        return try Shell.run(
            "exec tug \"$@\"", words, environment: ["DOCKER_HOST": "unix://\(socket)"], input: input)
    }

    /// What came on the stream that was taken over; the engine notes it once the client has gone.
    private func typed(_ engine: ReplayEngine, _ path: String) -> String {
        for _ in 0..<500 {
            let stream = engine.log.all.last { $0.isUpgrade && $0.target.path.contains(path) }
            var text = String(decoding: stream?.body ?? [], as: UTF8.self)
            if text.hasPrefix("{"), let end = text.firstIndex(of: "}") { text.removeSubrange(...end) }
            if !text.isEmpty { return text }
            Thread.sleep(forTimeInterval: 0.01)
        }
        return ""
    }
}
