import Foundation
import Testing

@testable import Configuration

@Suite("config.json")
struct ConfigFileTests {
    private func file(_ contents: [UInt8]) throws -> String {
        let path = NSTemporaryDirectory() + "tug-config-\(UUID().uuidString).json"
        try Data(contents).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test("gives settings, leaves out what has another type, and accepts a byte order mark")
    func settings() throws {
        let text =
            #"{"psFormat":"table {{.ID}}","detachKeys":5,"HttpHeaders":{"X-A":"1","X-B":2},"pruneFilters":["a=b",3]}"#
        let path = try file([0xef, 0xbb, 0xbf] + Array(text.utf8))
        defer { unlink(path) }
        let config = ConfigFile(path: path)
        #expect(config.complaint == nil)
        #expect(config.text("psFormat") == "table {{.ID}}")
        #expect(config.text("detachKeys") == nil)
        #expect(config.map("HttpHeaders").map(\.key) == ["X-A"])
        #expect(config.texts("pruneFilters") == ["a=b"])
    }

    @Test("a missing file is an empty one, without a word")
    func missing() {
        let config = ConfigFile(path: "/nonexistent/config.json")
        #expect(config.complaint == nil)
        #expect(config.text("psFormat") == nil)
    }

    @Test("a broken file is said in one line and does not stop the work", arguments: ["{", "[]", "null", "{\"a\":}"])
    func broken(contents: String) throws {
        let path = try file(Array(contents.utf8))
        defer { unlink(path) }
        let complaint = try #require(ConfigFile(path: path).complaint)
        #expect(complaint.hasPrefix(path) && complaint.hasSuffix("going on without it"))
        #expect(!complaint.contains("\n"))
    }

    @Test("a FIFO, a folder and a device in its place do not hang the start")
    func strange() throws {
        let fifo = NSTemporaryDirectory() + "tug-fifo-\(UUID().uuidString)"
        mkfifo(fifo, 0o600)
        defer { unlink(fifo) }
        for path in [fifo, "/tmp", "/dev/zero"] {
            #expect(ConfigFile(path: path).complaint?.contains("not a regular file") == true)
        }
    }
}

@Suite("The folder of the client's files")
struct ConfigFolderTests {
    @Test("is the flag's, the variable's, or below the home folder, in that order")
    func choice() {
        let environment = Environment(["DOCKER_CONFIG": "/b", "HOME": "/h"])
        #expect(ConfigFolder(flag: "/a", environment).path == "/a")
        #expect(ConfigFolder(flag: nil, environment).path == "/b")
        #expect(ConfigFolder(flag: nil, Environment(["HOME": "/h"])).path == "/h/.docker")
    }

    @Test("holds contexts, found by the name that stands in their file")
    func contexts() throws {
        let root = NSTemporaryDirectory() + "tug-contexts-\(UUID().uuidString)"
        let meta = root + "/contexts/meta/abc"
        try FileManager.default.createDirectory(atPath: meta, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let text = #"{"Name":"far","Metadata":{},"Endpoints":{"docker":{"Host":"tcp://far:2375"}}}"#
        try Data(text.utf8).write(to: URL(fileURLWithPath: meta + "/meta.json"))
        let folder = ConfigFolder(flag: root, Environment([:]))
        #expect(try folder.contextHost("far") == "tcp://far:2375")
        #expect(throws: ContextError(name: "near", problem: .unknown)) { try folder.contextHost("near") }
        #expect(throws: ContextError(name: "../far", problem: .unknown)) { try folder.contextHost("../far") }
    }
}
