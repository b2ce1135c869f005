import Foundation

/// Lines of a shell in which `tug` is the built program.
enum Shell {
    struct Result: Equatable {
        var out: String
        var err: String
        /// 128 + N when signal N ended it.
        var status: Int32
    }

    private static let programs = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path

    /// Threads of a test runner block signals, a shell's background ignores them, and children inherit both.
    private static let unblock =
        "sigprocmask(SIG_SETMASK, POSIX::SigSet->new); $SIG{$_} = 'DEFAULT' for qw(INT QUIT TERM HUP); exec @ARGV"

    /// A process that has not been started.
    ///
    /// - Parameters:
    ///   - words: `"$@"` of the line.
    ///   - environment: beside `PATH`, `HOME` and `LANG`.
    static func process(_ line: String, _ words: [String] = [], environment: [String: String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
        process.arguments = ["-MPOSIX", "-e", unblock, "/bin/sh", "-c", line, "sh"] + words
        process.environment = [
            "PATH": "\(programs):/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8",
        ].merging(environment) { $1 }
        return process
    }

    /// Runs a line to its end, as `process` takes it.
    static func run(
        _ line: String, _ words: [String] = [], environment: [String: String], input: FileHandle = .nullDevice
    ) throws -> Result {
        let process = process(line, words, environment: environment)
        process.standardInput = input
        // Files, not pipes: what the line leaves running would keep those open.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tug-shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try ["out", "err"].map { name in
            let file = folder.appendingPathComponent(name)
            try Data().write(to: file)
            return (file, try FileHandle(forWritingTo: file))
        }
        process.standardOutput = files[0].1
        process.standardError = files[1].1
        try process.run()
        process.waitUntilExit()
        let text = try files.map { String(decoding: try Data(contentsOf: $0.0), as: UTF8.self) }
        let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
        return Result(out: text[0], err: text[1], status: signal + process.terminationStatus)
    }
}
