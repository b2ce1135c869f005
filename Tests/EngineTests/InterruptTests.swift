import Foundation
import Glibc
import Testing

/// What robustness asks of every state in which the program waits for somebody.
@Suite("A signal ends every wait at once, with its status, and leaves nothing half done", .serialized)
struct InterruptTests {
    /// Words at which an engine is stuck.
    struct Wait: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let words: [String]
        var answers: [(part: String, answer: StuckEngine.Answer)] = []
        let last: String

        init(
            _ name: String, _ words: String, _ answers: [(part: String, answer: StuckEngine.Answer)] = [],
            stuckAt last: String, isSilent: Bool = false
        ) {
            testDescription = name
            self.words = words.split(separator: " ").map(String.init)
            self.answers = (isSilent ? [] : [(part: "/_ping", answer: .json("OK"))]) + answers
            self.last = last
        }
    }

    private static let id = String(repeating: "a", count: 64)
    private static let container =
        #"{"Id":"\#(id)","State":{"Running":true},"Config":{"Tty":false,"OpenStdin":true},"HostConfig":{}}"#
    private static let running = (part: "containers/c/json", answer: StuckEngine.Answer.json(container))

    private static let states = [
        Wait("the first answer", "ps", stuckAt: "/_ping", isSilent: true),
        Wait("an answer", "ps", stuckAt: "/containers/json"),
        Wait(
            "the rest of an answer", "images", [("/images/json", .beginning(Array("[{\"Id\":".utf8)))],
            stuckAt: "/images/json"),
        Wait(
            "a pull", "pull busybox", [("/images/create", .beginning(Array("{\"status\":\"Pulling\"}\n".utf8)))],
            stuckAt: "/images/create"),
        Wait("a push", "push busybox", stuckAt: "/push"),
        Wait("the upload of a load", "load -i big", stuckAt: "/images/load"),
        Wait("the upload of an import", "import big", stuckAt: "/images/create"),
        Wait("the upload of a build", "build context", stuckAt: "/build"),
        Wait(
            "the upload of a copy", "cp big c:/there", [("HEAD", .status(404))], stuckAt: "PUT"),
        Wait("a save", "save x", [("/images/get", .beginning([1, 2, 3]))], stuckAt: "/images/get"),
        Wait("an export", "export c", [("/export", .beginning([1, 2, 3]))], stuckAt: "/export"),
        Wait("stats of one", "stats c", [("/stats", .beginning(Array("{}\n".utf8)))], stuckAt: "/stats"),
        Wait("stats of all", "stats", [("containers/json", .json("[]"))], stuckAt: "/events"),
        Wait("one sample", "stats --no-stream c", stuckAt: "/stats"),
        Wait("events", "events", [("/events", .beginning([]))], stuckAt: "/events"),
        Wait(
            "the log", "logs -f c", [running, ("/logs", .beginning([1, 0, 0, 0, 0, 0, 0, 9, 104, 105]))],
            stuckAt: "/logs"),
        Wait("the end of a container", "wait c", stuckAt: "/wait"),
        Wait("a stop", "stop -t 100 c", stuckAt: "/stop"),
        Wait(
            "attach without its signals", "attach --sig-proxy=false c",
            [running, ("/attach", .upgrade), ("\(id)/json", .json(container))], stuckAt: "\(id)/json"),
        Wait(
            "run without its signals", "run --sig-proxy=false busybox",
            [
                ("/create", .json("{\"Id\":\"\(id)\"}")), ("/attach", .upgrade), ("/start", .status(204)),
                ("\(id)/json", .json(container)),
            ], stuckAt: "/start"),
        Wait(
            "exec", "exec c sleep 9",
            [running, ("/containers/c/exec", .json("{\"Id\":\"\(id)\"}")), ("/start", .upgrade)], stuckAt: "/start"),
        Wait("login", "login -u me -p secret 127.0.0.1:1", stuckAt: "/auth"),
        Wait("dial-stdio", "system dial-stdio", [("x", .json(""))], stuckAt: ""),
    ]

    /// A folder with something to send.
    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = "/tmp/tug-wait-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder + "/context", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["big", "context/big"] {
            _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: nil)
            truncate("\(folder)/\(name)", 1 << 30)
        }
        try "FROM scratch".write(toFile: folder + "/context/Dockerfile", atomically: false, encoding: .utf8)
        try body(folder)
    }

    /// Sends the signal as soon as `isWaiting`: the status is the signal's, and within five tries one end comes after
    /// less than 100 ms; a busy machine may take longer than the program does.
    private static func interrupt(_ start: () throws -> Spawned, when isWaiting: (Spawned) -> Bool) throws {
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            var fastest = Double.infinity
            for _ in 0..<5 where fastest > 0.1 {
                let program = try start()
                try #require(
                    Spawned.wait { isWaiting(program) },
                    "it never waits: \(program.text("out")) \(program.text("err"))")
                // From the last system call before the wait into the wait.
                usleep(30_000)
                let begin = DispatchTime.now().uptimeNanoseconds
                kill(program.id, signal)
                #expect(program.status() == 128 + signal, "signal \(signal): \(program.text("err"))")
                fastest = min(fastest, Double(DispatchTime.now().uptimeNanoseconds - begin) / 1e9)
            }
            #expect(fastest < 0.1, "signal \(signal)")
        }
    }

    @Test("while an engine is silent in the middle of", arguments: states)
    func waits(_ wait: Wait) throws {
        try Self.withFolder { folder in
            let engine = try StuckEngine(folder + "/s", answers: wait.answers, stuckAt: wait.last)
            defer { engine.stop() }
            try Self.interrupt {
                engine.reset()
                return try Spawned(wait.words, in: folder, environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            } when: { program in
                engine.isStuck || wait.last.isEmpty && program.status(seconds: 0.1) == nil
            }
        }
    }

    @Test("while a connection is not taken")
    func connection() throws {
        try Self.withFolder { folder in
            let listener = try StuckEngine.listen(at: folder + "/s", backlog: 0)
            defer { close(listener) }
            // Fills the queue of those who want to be taken.
            var queue: [Int32] = []
            defer { queue.forEach { close($0) } }
            var result: Int32 = 0
            while result == 0 {
                queue.append(socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0))
                result = StuckEngine.withAddress(folder + "/s") { connect(queue[queue.count - 1], $0, $1) }
            }
            try #require(errno == EAGAIN)
            try Self.interrupt {
                try Spawned(["ps"], in: folder, environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            } when: {
                $0.status(seconds: 0.2) == nil
            }
        }
    }

    @Test("while a question waits for a yes")
    func prompt() throws {
        try Self.withFolder { folder in
            let engine = try StuckEngine(folder + "/s", answers: [("/_ping", .json("OK"))], stuckAt: "never")
            defer { engine.stop() }
            try Self.interrupt {
                try Spawned(["volume", "prune"], in: folder, environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            } when: {
                ($0.text("out") + $0.text("err")).contains("[y/N]")
            }
        }
    }

    @Test("while a credential helper hangs, which ends too")
    func helper() throws {
        try Self.withFolder { folder in
            try "{\"credsStore\":\"stuck\"}".write(
                toFile: folder + "/config.json", atomically: false, encoding: .utf8)
            let program = folder + "/docker-credential-stuck"
            let script = "#!/bin/sh\ncd \(folder); echo $$ > new; mv new helper; exec sleep 300\n"
            try script.write(toFile: program, atomically: false, encoding: .utf8)
            chmod(program, 0o700)
            let engine = try StuckEngine(folder + "/s", answers: [("/_ping", .json("OK"))], stuckAt: "never")
            defer { engine.stop() }
            var helpers: [pid_t] = []
            try Self.interrupt {
                unlink(folder + "/helper")
                return try Spawned(
                    ["pull", "127.0.0.1:1/x"], in: folder,
                    environment: [
                        "DOCKER_HOST": "unix://\(folder)/s", "DOCKER_CONFIG": folder, "PATH": "\(folder):/usr/bin:/bin",
                    ])
            } when: { _ in
                guard let text = try? String(contentsOfFile: folder + "/helper", encoding: .utf8) else { return false }
                helpers.append(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0)
                return true
            }
            #expect(helpers.count >= 3)
            for helper in helpers {
                #expect(Spawned.wait { Self.hasEnded(helper) }, "the helper goes on")
                if !Self.hasEnded(helper) { kill(helper, SIGKILL) }
            }
        }
    }

    /// Also of a process that nobody has reaped yet.
    private static func hasEnded(_ process: pid_t) -> Bool {
        let facts = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return facts?.contains(") Z ") ?? true
    }

    /// The members of a folder but for what every test has in it.
    private static func left(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
            !["big", "context", "s", "out", "err"].contains($0)
        }.sorted()
    }

    @Test(
        "save, export and cp into a file: the old one stays, or none comes to be",
        arguments: ["save -o new x", "export -o new c", "cp c:/big new", "cp c:/big ."])
    func files(_ line: String) throws {
        // Half a file of a gigabyte, and its header if it is one of a tar archive.
        var begun = [UInt8](repeating: 0, count: 512)
        for (text, offset) in [
            ("big", 0), ("0000644", 100), ("10000000000", 124), ("        ", 148), ("0", 156), ("ustar\u{0}00", 257),
        ] {
            begun.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        let sum = String(begun.reduce(0) { $0 + Int($1) }, radix: 8)
        let field = String(repeating: "0", count: 6 - sum.count) + sum
        begun.replaceSubrange(148..<154, with: field.utf8)
        begun += [UInt8](repeating: 7, count: 100_000)
        try Self.withFolder { folder in
            let engine = try StuckEngine(
                folder + "/s",
                answers: [
                    ("/_ping", .json("OK")), ("HEAD", .status(404)), ("/images/get", .beginning(begun)),
                    ("/export", .beginning(begun)), ("/archive", .beginning(begun)),
                ], stuckAt: "GET /v")
            defer { engine.stop() }
            let start = {
                engine.reset()
                return try Spawned(
                    line.split(separator: " ").map(String.init), in: folder,
                    environment: ["DOCKER_HOST": "unix://\(folder)/s"])
            }
            if line.hasSuffix(" .") { unlink(folder + "/big") }
            let isWriting: (Spawned) -> Bool = { _ in
                let names = (try? Self.left(in: folder)) ?? []
                return engine.isStuck && names.contains { $0.hasPrefix(".tug-") && Self.size("\(folder)/\($0)") > 0 }
            }
            try Self.interrupt(start, when: isWriting)
            #expect(try Self.left(in: folder) == [])
            #expect(!line.hasSuffix(" .") || Self.size(folder + "/big") < 0)
            try "old".write(toFile: folder + "/new", atomically: false, encoding: .utf8)
            try Self.interrupt(start, when: isWriting)
            #expect(try Self.left(in: folder) == ["new"])
            #expect(try String(contentsOfFile: folder + "/new", encoding: .utf8) == "old")
        }
    }

    private static func size(_ path: String) -> Int {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : -1
    }
}
