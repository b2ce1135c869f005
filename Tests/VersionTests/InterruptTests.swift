import Foundation
import Testing

@Suite("Who interrupts a transfer learns when the engine goes on with it")
struct InterruptTests {
    @Test("engines before 1.22 go on", arguments: ["pull", "push"], ["1.18", "1.21"])
    func goesOn(_ verb: String, _ version: String) throws {
        let words =
            "tug: this engine (API \(version)) goes on with the \(verb); from API 1.22 (Docker 1.10) it ends too\n"
        let left = try interrupt(verb, version)
        #expect(left == Left(signal: SIGINT, out: "on its way\n", err: words))
    }

    @Test("newer ones end it, and nothing is said", arguments: ["pull", "push"], ["1.22", "1.41"])
    func ends(_ verb: String, _ version: String) throws {
        #expect(try interrupt(verb, version) == Left(signal: SIGINT, out: "on its way\n", err: ""))
    }

    @Test("a request to end is answered like an interrupt")
    func terminate() throws {
        let left = try interrupt("pull", "1.21", by: SIGTERM)
        #expect(left.signal == SIGTERM && left.err.hasPrefix("tug: this engine (API 1.21) goes on with the pull; "))
    }

    private struct Left: Equatable {
        var signal: Int32
        var out: String
        var err: String
    }

    private func interrupt(_ verb: String, _ version: String, by signal: Int32 = SIGINT) throws -> Left {
        let folder = try TestFolder()
        let socket = folder.path + "/docker.sock"
        try ReplayEngine(version: version, endsTransfers: false).listen(at: socket)
        let process = Shell.process(
            "exec tug \"$@\"", [verb, "busybox:latest"], environment: ["DOCKER_HOST": "unix://\(socket)"])
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        var said = Data()
        while !said.contains(10) {
            let more = out.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        kill(process.processIdentifier, signal)
        said += out.fileHandleForReading.readDataToEndOfFile()
        let talk = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        return Left(
            signal: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: talk, as: UTF8.self))
    }
}
