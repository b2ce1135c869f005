import Foundation
import Testing

@Suite("The process tells the truth: exit status, streams, signals")
struct ProcessTests {
    @Test("called as docker by a symlink it does the same")
    func symlink() throws {
        let asDocker = try Tug.shell(
            "d=$(mktemp -d); ln -s \"$TUG\" $d/docker; $d/docker ps --bogus; s=$?; rm -r $d; exit $s")
        let asTug = try Tug.run("ps --bogus")
        #expect(asDocker.err == asTug.err)
        #expect(asDocker.status == 125)
        #expect(asTug.status == 125)
    }

    @Test("a full disk is an error, whatever is printed", arguments: ["--help", "ps -a", "images -q", "--version"])
    func fullDisk(line: String) throws {
        let result = try Tug.run("\(line) > /dev/full")
        #expect(result.err == "tug: write /dev/stdout: no space left on device\n")
        #expect(result.status == 1)
    }

    @Test("a closed stdout is an error, a closed stdin is none")
    func closedStreams() throws {
        #expect(try Tug.run("--version >&-").status == 1)
        #expect(try Tug.run("--version <&- 2>&-").status == 0)
    }

    @Test("a reader that leaves ends the program quietly with 141")
    func closedPipe() throws {
        let result = try Tug.shell("{ sleep 0.2; \"$TUG\" --help; echo $? >&2; } | true")
        #expect(result.err == "141\n")
    }

    @Test("no engine, no permission, no such host: one clear line, status 1")
    func nobodyAnswers() throws {
        let missing = try Tug.run("ps", environment: ["DOCKER_HOST": "unix:///nosuch.sock"])
        #expect(
            missing.err
                == "tug: Cannot connect to the Docker daemon at unix:///nosuch.sock: no such socket; "
                + "is the engine running there? --host or DOCKER_HOST choose another\n")
        #expect(missing.status == 1)
        let refused = try Tug.run("-H tcp://127.0.0.1:1 ps", environment: ["DOCKER_HOST": ""])
        #expect(
            refused.err.hasPrefix("tug: Cannot connect to the Docker daemon at tcp://127.0.0.1:1: connection refused"))
        let long = try Tug.run("-H unix:///\(String(repeating: "x", count: 120)) ps", environment: ["DOCKER_HOST": ""])
        #expect(long.err.split(separator: "\n").count == 1)
        #expect(long.status == 1)
    }

    @Test(
        "Ctrl-C leaves at once while an engine does not answer",
        arguments: [SIGINT, SIGTERM, SIGHUP])
    func interrupted(signal: Int32) throws {
        let silent = try SilentServer()
        let process = Process()
        // A test runner in the background may ignore SIGINT, and what is ignored stays so.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["--default-signal", Tug.path, "-H", "unix://\(silent.path)", "ps"]
        process.standardError = FileHandle.nullDevice
        try process.run()
        silent.waitForRequest()
        let start = Date()
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(Date().timeIntervalSince(start) < 0.5)
        let seen =
            process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
        #expect(seen == 128 + signal)
    }

    @Test("a command loads neither libcurl nor OpenSSL nor readline")
    func libraries() throws {
        let loaded = try Tug.shell("LD_DEBUG=libs \"$TUG\" ps 2>&1 | grep -c -E 'curl|ssl|crypto|readline'")
        #expect(loaded.out == "0\n")
    }
}

/// A unix socket that takes connections and never answers.
private final class SilentServer: @unchecked Sendable {
    let path = "/tmp/tug-silent-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).sock"
    private let socketDescriptor: Int32
    private var connection: Int32 = -1

    init() throws {
        socketDescriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socketDescriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(socketDescriptor, 4) == 0)
    }

    func waitForRequest() {
        connection = accept(socketDescriptor, nil, nil)
        var byte: UInt8 = 0
        _ = recv(connection, &byte, 1, 0)
    }

    deinit {
        close(connection)
        close(socketDescriptor)
        unlink(path)
    }
}
