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
        let environment = ["DOCKER_HOST": "unix://\(socket)"]
        let refused = try Shell.run("/usr/bin/docker ps", environment: environment)
        #expect(refused.status == 1)
        #expect(refused.err.hasPrefix("Error response from daemon: client "))
        let listed = try Shell.run("tug ps --format '{{.Names}} {{.State}}'", environment: environment)
        #expect(listed == Shell.Result(out: "h0 running\n", err: "", status: 0))
    }
}
