import Foundation
import Glibc
import Testing

@Suite("Engines that break off, lie and draw on the terminal", .serialized)
struct BrokenEngineTests {
    private static let id = String(repeating: "a", count: 64)
    private static let container =
        #"{"Id":"\#(id)","State":{"Running":true},"Config":{"Tty":false,"OpenStdin":true},"HostConfig":{}}"#
    /// Five of the nine bytes that it says of itself.
    private static let cutFrame: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 9] + Array("hello".utf8)

    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/tug-broken-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/context", withIntermediateDirectories: true)
        for file in ["Dockerfile", "context/Dockerfile"] {
            try "FROM scratch\n".write(toFile: "\(folder)/\(file)", atomically: false, encoding: .utf8)
        }
        try body(folder)
    }

    /// Command lines, and the part of the request whose answer is cut.
    private static let cuts: [(String, String, [UInt8])] = [
        ("ps", "containers/json", Array("[{".utf8)), ("images", "images/json", []),
        ("inspect c", "containers/c/json", Array("{\"Id\"".utf8)), ("info", "/info", Array("{".utf8)),
        ("logs x", "/logs", cutFrame), ("logs -f x", "/logs", cutFrame),
        ("events", "/events", Array("{\"Type\":".utf8)), ("stats --no-stream x", "/stats", []),
        ("pull x", "images/create", Array("{\"status\":\"Pulling\"}\n".utf8)), ("push x", "/push", Array("{".utf8)),
        ("save x", "images/get", [1]), ("save -o new x", "images/get", [1]), ("export x", "/export", [1]),
        ("cp x:/f -", "/archive", [1]), ("cp x:/f new", "/archive", [1]), ("load -i Dockerfile", "/load", [123]),
        ("import Dockerfile", "images/create", [123]), ("build context", "/build", Array("{\"stream\":\"Step".utf8)),
        ("wait x", "/wait", Array("{\"Stat".utf8)), ("top x", "/top", Array("{".utf8)),
        ("diff x", "/changes", Array("[".utf8)), ("history x", "/history", Array("[{".utf8)),
        ("search x", "/search", Array("[".utf8)), ("system df", "/df", Array("{".utf8)),
        ("volume ls", "/volumes", Array("{".utf8)), ("network ls", "/networks", Array("[{".utf8)),
        ("plugin ls", "/plugins", Array("[".utf8)), ("commit x", "/commit", Array("{\"Id\"".utf8)),
    ]

    @Test("an answer that is cut is status 1 and one line, whatever the command", arguments: cuts.indices)
    func cut(_ index: Int) throws {
        let (line, part, beginning) = Self.cuts[index]
        try Self.withFolder { folder in
            let engine = try StuckEngine(
                folder + "/s",
                answers: [
                    ("/_ping", .json("OK")), (part, .cut(beginning)), ("containers/x/json", .json(Self.container)),
                ], stuckAt: "never")
            defer { engine.stop() }
            let program = try Spawned(
                line.split(separator: " ").map(String.init), in: folder,
                environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            #expect(program.status() == 1, "\(line)")
            let errors = program.text("err").split(separator: "\n")
            let words = ["cut off", "closed before the answer was complete"]
            #expect(errors.count == 1 && words.contains { errors[0].contains($0) }, "\(line): \(errors)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
        }
    }

    @Test("a stream of a container that is cut in a frame is no success", arguments: ["exec c true", "attach c"])
    func cutFrames(_ line: String) throws {
        try Self.withFolder { folder in
            let engine = try StuckEngine(
                folder + "/s",
                answers: [
                    ("/_ping", .json("OK")), ("containers/c/json", .json(Self.container)),
                    ("\(Self.id)/json", .json(Self.container)), ("/wait", .json("{\"StatusCode\":0}")),
                    ("containers/c/exec", .json("{\"Id\":\"\(Self.id)\"}")),
                    ("/attach", .upgradeAndCut(Self.cutFrame)), ("/start", .upgradeAndCut(Self.cutFrame)),
                    ("exec/\(Self.id)/json", .json("{\"ExitCode\":0}")),
                ], stuckAt: "never")
            defer { engine.stop() }
            let program = try Spawned(
                line.split(separator: " ").map(String.init), in: folder,
                environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            #expect(program.status() == 1, "\(program.text("err"))")
            #expect(program.text("out") == "hello")
            #expect(program.text("err").split(separator: "\n").count == 1)
        }
    }

    @Test("what is printed onto a full disk is status 1 and says so, whatever the command")
    func fullDisk() throws {
        let name = "tug-full-\(UUID().uuidString.lowercased())"
        defer { _ = try? Tug.run("rm -f \(name)") }
        #expect(try Tug.run("run -d --name \(name) busybox sh -c 'echo said; sleep 300'").status == 0)
        for line in [
            "ps -q", "ps --format json", "images", "info", "version", "inspect \(name)", "inspect -f {{.Id}} \(name)",
            "logs \(name)", "top \(name)", "exec \(name) echo hi", "stats --no-stream \(name)", "history busybox",
            "save busybox", "export \(name)", "cp \(name):/bin -", "events --since 1h --until 0s", "volume ls",
            "network ls", "network inspect bridge", "system df", "system df -v", "plugin ls", "port --help",
            "run --rm busybox echo hi", "create busybox", "tag --help", "rename --help", "restart -t 0 \(name)",
            "completion bash",
        ] {
            let result = try Tug.run(line + " > /dev/full")
            #expect(result.status == 1, "\(line)")
            #expect(result.err == "tug: write /dev/stdout: no space left on device\n", "\(line)")
        }
    }

    /// Answers whose lengths promise what never comes, and what is shown of them.
    private static let promises: [(line: String, part: String, answer: StuckEngine.Answer, shown: String)] = [
        ("logs x", "/logs", .beginning(hugeFrame), "hello"),
        ("attach x", "/attach", raw("101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n", hugeFrame), "hello"),
        ("ps", "containers/json", raw("200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n[{"), ""),
        ("ps", "containers/json", raw("200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n[{"), ""),
        ("save x", "images/get", raw("200 OK\r\nContent-Length: 9223372036854775807\r\n\r\nhi"), ""),
        ("cp x:/f new", "/archive", .beginning(hugeMember), ""),
    ]

    private static let hugeFrame: [UInt8] = [1, 0, 0, 0, 255, 255, 255, 255] + Array("hello".utf8)

    private static func raw(_ text: String, _ bytes: [UInt8] = []) -> StuckEngine.Answer {
        .raw(Array("HTTP/1.1 \(text)".utf8) + bytes)
    }

    /// The header of a member of 8 GiB less one byte.
    private static var hugeMember: [UInt8] {
        var block = [UInt8](repeating: 0, count: 512)
        for (text, offset) in [
            ("f", 0), ("0000644", 100), ("77777777777", 124), ("        ", 148), ("0", 156), ("ustar\u{0}00", 257),
        ] {
            block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        block.replaceSubrange(148..<154, with: (String(repeating: "0", count: 6 - sum.count) + sum).utf8)
        return block
    }

    @Test("memory follows what comes, not what a length claims", arguments: promises.indices)
    func lies(_ index: Int) throws {
        let lie = Self.promises[index]
        try Self.withFolder { folder in
            let engine = try StuckEngine(
                folder + "/s",
                answers: [
                    ("/_ping", .json("OK")), (lie.part, lie.answer), ("containers/x/json", .json(Self.container)),
                    ("\(Self.id)/json", .json(Self.container)),
                ], stuckAt: lie.part)
            defer { engine.stop() }
            let program = try Spawned(
                lie.line.split(separator: " ").map(String.init), in: folder,
                environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            #expect(Spawned.wait { engine.isStuck && program.text("out") == lie.shown }, "\(program.text("out"))")
            // Time to make room for what was promised.
            usleep(200_000)
            let facts = try String(contentsOfFile: "/proc/\(program.id)/status", encoding: .utf8)
            let line = try #require(facts.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
            #expect(try #require(Int(line.filter(\.isNumber))) < 30 << 10, "KiB")
            engine.stop()
            #expect(program.status() == 1)
            #expect(program.text("err").split(separator: "\n").count == 1, "\(program.text("err"))")
        }
    }

    /// Changes the title, moves the cursor, ends the line; as JSON has it.
    private static let evil = #"ev\u001b]0;il\u0007\u001b[2J\r\u009b1m"#

    /// Commands whose tables, progress, warnings and errors show what an engine chose to say.
    private static let drawings: [(String, String, String)] = [
        (
            "ps", "containers/json",
            #"[{"Id":"EVIL","Names":["/EVIL"],"Image":"EVIL","Command":"EVIL","Status":"EVIL"}]"#
        ),
        ("images", "images/json", #"[{"Id":"sha256:EVIL","RepoTags":["EVIL:EVIL"]}]"#),
        ("volume ls", "/volumes", #"{"Volumes":[{"Name":"EVIL","Driver":"EVIL"}],"Warnings":["EVIL"]}"#),
        ("network ls", "/networks", #"[{"Id":"EVIL","Name":"EVIL","Driver":"EVIL","Scope":"EVIL"}]"#),
        ("plugin ls", "/plugins", #"[{"Id":"EVIL","Name":"EVIL","Config":{"Description":"EVIL"}}]"#),
        ("top c", "/top", #"{"Titles":["EVIL"],"Processes":[["EVIL"]]}"#),
        ("diff c", "/changes", #"[{"Kind":1,"Path":"EVIL"}]"#),
        ("history x", "/history", #"[{"Id":"EVIL","CreatedBy":"EVIL","Comment":"EVIL"}]"#),
        ("search x", "/search", #"[{"name":"EVIL","description":"EVIL"}]"#),
        ("info", "/info", #"{"Name":"EVIL","ServerVersion":"EVIL","OperatingSystem":"EVIL","Warnings":["EVIL"]}"#),
        (
            "version", "/version",
            #"{"ApiVersion":"1.41","Os":"EVIL","Version":"EVIL","Components":[{"Name":"EVIL","Version":"EVIL"}]}"#
        ),
        ("system df -v", "/df", #"{"Volumes":[{"Name":"EVIL"}],"Containers":[{"Names":["/EVIL"],"Image":"EVIL"}]}"#),
        ("pull x", "images/create", #"{"status":"EVIL","id":"EVIL","progress":"EVIL"}{"error":"EVIL"}"#),
        ("push x", "/push", #"{"status":"EVIL"}{"errorDetail":{"message":"EVIL"}}"#),
        ("create x", "/create", #"{"Id":"\#(id)","Warnings":["EVIL"]}"#),
        ("events", "/events", #"{"Type":"EVIL","Action":"EVIL","Actor":{"ID":"EVIL","Attributes":{"EVIL":"EVIL"}}}"#),
        ("rm c", "DELETE", ""), ("stop c", "/stop", ""), ("inspect c", "/json", ""), ("port c", "/json", ""),
    ]

    @Test("what an engine says cannot drive the terminal, in tables, progress, warnings and errors")
    func drawing() throws {
        for (line, part, body) in Self.drawings {
            try Self.withFolder { folder in
                let status = body.isEmpty ? "500 Bad" : "200 OK"
                let told = body.isEmpty ? #"{"message":"EVIL"}"# : body
                let text = told.replacingOccurrences(of: "EVIL", with: Self.evil)
                let head = "\(status)\r\nContent-Length: \(text.utf8.count)\r\nConnection: close\r\n\r\n"
                let engine = try StuckEngine(
                    folder + "/s",
                    answers: [
                        ("/_ping", .json("OK")), (part, Self.raw(head + text)), ("/version", .json("{}")),
                        ("containers/json", .json("[]")),
                    ], stuckAt: part)
                defer { engine.stop() }
                let session = try TerminalSession("timeout 10 $TUG -H unix://\(folder)/s \(line)", columns: 250)
                #expect(session.sees("status "), "\(line): \(session.rest)")
                let shown = session.taken
                #expect(shown.contains("ev\\x1b]0;il\\x07\\x1b[2J"), "\(line): \(shown.debugDescription)")
                for raw in ["\u{1b}]0;", "\u{7}", "\u{1b}[2J", "\u{9b}"] {
                    #expect(!shown.contains(raw), "\(line): \(shown.debugDescription)")
                }
            }
        }
    }
}
