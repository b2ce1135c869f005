import Foundation
import Testing

/// The built program, run against the real engine whose address `TUG_TEST_ENGINE` tells.
struct Tug {
    struct Result {
        var out: String
        var err: String
        /// 128 + N when signal N ended it, as a shell reports it.
        var status: Int32
    }

    /// `make test` starts a private engine and sets the variable; without it nothing here can pass.
    static let engine: String =
        ProcessInfo.processInfo.environment["TUG_TEST_ENGINE"] ?? "unix:///TUG_TEST_ENGINE-is-not-set"

    /// The program beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return bundle.appendingPathComponent("tug").path
    }()

    private static let unblockSignals =
        "sigprocmask(SIG_SETMASK, POSIX::SigSet->new); $SIG{$_} = 'DEFAULT' for qw(INT QUIT TERM HUP); exec @ARGV"

    /// Runs one command line; words are split at blanks outside quotes.
    static func run(_ line: String, input: String = "", environment: [String: String] = [:]) throws -> Result {
        try shell("exec \"$TUG\" " + line, input: input, environment: environment)
    }

    /// Runs a shell line in which `$TUG` is the program.
    static func shell(_ line: String, input: String = "", environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        // Threads of a test runner block signals, a shell's background ignores them, and children inherit both.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
        process.arguments = ["-MPOSIX", "-e", Self.unblockSignals, "/bin/sh", "-c", line]
        process.environment = [
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": NSTemporaryDirectory(), "TUG": path, "DOCKER_HOST": engine,
            "LANG": "C.UTF-8",
        ].merging(environment) { $1 }
        let (standardIn, out, err) = (Pipe(), Pipe(), Pipe())
        process.standardInput = standardIn
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let errors = Collector(err)
        let feeder = Thread {
            try? standardIn.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try? standardIn.fileHandleForWriting.close()
        }
        feeder.start()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let status =
            process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
        return Result(out: String(decoding: data, as: UTF8.self), err: errors.text(), status: status)
    }

    /// Reads a pipe to its end beside the main thread.
    private final class Collector: @unchecked Sendable {
        private var data = Data()
        private let done = DispatchSemaphore(value: 0)

        init(_ pipe: Pipe) {
            Thread {
                self.data = pipe.fileHandleForReading.readDataToEndOfFile()
                self.done.signal()
            }.start()
        }

        func text() -> String {
            done.wait()
            return String(decoding: data, as: UTF8.self)
        }
    }
}
