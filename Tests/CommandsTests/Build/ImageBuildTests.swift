import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

@Suite("Builds from a folder against a scripted engine")
struct ImageBuildTests {
    /// Runs `tug build …` with the scratch folder as context and one exchange with the engine.
    private func build(
        _ words: [String], in folder: String, config: String = "{}", change: (inout Conversation.Exchange) -> Void
    ) throws -> (status: Int32, err: String, complaints: [String]) {
        var exchange = Conversation.Exchange(request: "POST /v1.41/build?dockerfile=Dockerfile&q=1&rm=1")
        exchange.body = Array(#"{"stream":"sha256:1\n"}"#.utf8)
        change(&exchange)
        var conversation = Conversation(name: "build")
        conversation.exchanges = [exchange]
        let engine = ScriptedEngine(conversation)
        let settings = NSTemporaryDirectory() + "build-config-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: settings, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: settings) }
        try config.write(toFile: settings + "/config.json", atomically: true, encoding: .utf8)
        let err = Output(memory: .file)
        let world = World(
            environment: Environment(["DOCKER_CONFIG": settings]), input: 0, out: Output(memory: .file), err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() })
        let status = Program(world).run(["build", "-q"] + words + [folder])
        return (status, err.text, engine.complaints)
    }

    @Test("a refusal that comes while the context is on its way stops the upload and is told")
    func earlyRefusal() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("echo FROM busybox > Dockerfile; truncate -s 30M big")
        let result = try build([], in: scratch.path) {
            $0.isEarly = true
            $0.status = 400
            $0.body = Array(#"{"message":"too large"}"#.utf8)
        }
        #expect(result.status == 1)
        #expect(result.err.hasSuffix("\r\r\nError response from daemon: too large\n"))
        #expect(result.complaints == [])
    }

    @Test("a folder's Dockerfile and .dockerignore are sent even where the rules leave them out")
    func alwaysSent() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("echo FROM busybox > Dockerfile; echo '*' > .dockerignore; echo x > x")
        let result = try build([], in: scratch.path) {
            $0.requestMembers = [".dockerignore: *", "Dockerfile: FROM busybox"]
        }
        #expect(result == (0, "", []))
    }

    @Test("an ignore file of the Dockerfile's own name comes before the folder's")
    func ownIgnoreFile() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell(
            "echo FROM a > own; echo a > own.dockerignore; echo b > .dockerignore; echo a > a; echo b > b")
        let result = try build(["-f", scratch.path + "/own"], in: scratch.path) {
            $0.request = "POST /v1.41/build?dockerfile=own&q=1&rm=1"
            $0.requestMembers = [".dockerignore: b", "b: b", "own: FROM a", "own.dockerignore: a"]
        }
        #expect(result == (0, "", []))
    }

    @Test("a Dockerfile from elsewhere travels under a name that the engine is told to hide")
    func outsideDockerfile() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("mkdir ctx; echo x > ctx/x; echo FROM a > elsewhere")
        let name = ".dockerfile.daf93fe0dc12ae40"
        let result = try build(["-f", scratch.path + "/elsewhere"], in: scratch.path + "/ctx") {
            $0.request = "POST /v1.41/build?dockerfile=\(name)&q=1&rm=1"
            $0.requestMembers = ["x: x", "\(name): FROM a", ".dockerignore: .dockerignore"]
        }
        #expect(result == (0, "", []))
    }

    @Test("a Dockerfile that is a link out of the context is refused, one that stays in it is followed")
    func links() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("mkdir -p out in/sub; echo FROM a | tee elsewhere > in/sub/real")
        try scratch.shell("ln -s ../elsewhere out/Dockerfile; ln -s sub/real in/Dockerfile")
        let refused = try build([], in: scratch.path + "/out") { _ in }
        #expect(refused.status == 1)
        #expect(refused.err.contains("is a link out of the build context"))
        let followed = try build([], in: scratch.path + "/in") {
            $0.request = "POST /v1.41/build?dockerfile=sub/real&q=1&rm=1"
        }
        #expect(followed == (0, "", []))
    }

    @Test("an ignore file with a mistake names the file and the line")
    func badRules() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("echo FROM a > Dockerfile; printf 'ok\\n[\\n' > .dockerignore")
        let result = try build([], in: scratch.path) { _ in }
        #expect(result.status == 1)
        #expect(result.err.hasSuffix("/.dockerignore, line 2: syntax error in pattern \"[\"\n"))
    }

    @Test("configured proxies reach the build as arguments, but not over typed ones")
    func proxies() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("echo FROM a > Dockerfile")
        let result = try build(
            ["--build-arg", "http_proxy=mine"], in: scratch.path,
            config: #"{"proxies":{"default":{"httpProxy":"http://p:1"}}}"#
        ) {
            $0.request =
                #"POST /v1.41/build?dockerfile=Dockerfile&q=1&rm=1"#
                + #"&buildargs={"HTTP_PROXY":"http://p:1","http_proxy":"mine"}"#
        }
        #expect(result == (0, "", []))
    }

    @Test("the id file holds the id after a good build, and is gone after a bad one")
    func idFile() throws {
        let scratch = try TarArchiveTests.Scratch()
        try scratch.shell("echo FROM a > Dockerfile; echo .git > .dockerignore")
        let file = scratch.path + "/../iid-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let id = "sha256:" + String(repeating: "a", count: 64)
        let good = try build(["--iidfile", file], in: scratch.path) {
            $0.body = Array(#"{"aux":{"ID":"\#(id)"}}{"stream":"\#(id)\n"}"#.utf8)
        }
        #expect(good == (0, "", []))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == id)
        let bad = try build(["--iidfile", file], in: scratch.path) { $0.body = Array(#"{"error":"no"}"#.utf8) }
        #expect(bad.status == 1)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
