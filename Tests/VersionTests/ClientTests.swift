import Foundation
import Testing

@Suite("Clients that are told nothing, before engines of 2015")
struct ClientTests {
    @Test("docker's clients are refused, tug works", arguments: ["1.18", "1.21"])
    func unpinned(_ version: String) throws {
        let folder = try TestFolder()
        let engine = try ReplayEngine(version: version)
        let socket = folder.path + "/docker.sock"
        try engine.listen(at: socket)
        let tug = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
            "tug")
        let docker = "/usr/bin/docker"
        if FileManager.default.isExecutableFile(atPath: docker) {
            let refused = try run(docker, ["ps"], at: socket)
            #expect(refused.status == 1)
            #expect(refused.text.hasPrefix("Error response from daemon: client "))
        }
        let listed = try run(tug.path, ["ps", "--format", "{{.Names}} {{.State}}"], at: socket)
        #expect(listed.status == 0)
        #expect(listed.text == "h0 running\n")
    }

    private func run(_ program: String, _ words: [String], at socket: String) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = words
        process.environment = ["DOCKER_HOST": "unix://\(socket)", "HOME": "/nonexistent", "LANG": "C.UTF-8"]
        let out = Pipe()
        process.standardOutput = out
        process.standardError = out
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
