import Foundation
import Glibc
import Testing

/// The program at work beside the test: its id is known, no signal is blocked or ignored in it, and nothing waits for
/// it without a limit.
final class Spawned {
    let id: pid_t
    private let folder: String
    private var status: Int32?
    private let input: Int32

    /// - Parameters:
    ///   - words: the arguments; the program is tug.
    ///   - folder: its working folder, into which `out` and `err` go.
    init(_ words: [String], in folder: String, environment: [String: String] = [:]) throws {
        self.folder = folder
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Somebody who types nothing.
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        defer { close(ends[0]) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        input = ends[1]
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        for (number, name) in [(Int32(1), "out"), (2, "err")] {
            posix_spawn_file_actions_addopen(
                &actions, number, "\(folder)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder].merging(environment) { $1 }
        let words = ["env", "-C", folder, Tug.path] + words
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (arguments + settings).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, arguments, settings)
        guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .ENOENT) }
        id = process
    }

    deinit {
        close(input)
        if status == nil {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
    }

    func text(_ name: String) -> String { (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? "" }

    /// As a shell reports it, 128 + N for signal N; nil while it runs on after so long.
    func status(seconds: Double = 20) -> Int32? {
        let end = Date(timeIntervalSinceNow: seconds)
        while status == nil {
            var found: Int32 = 0
            if waitpid(id, &found, WNOHANG) == id {
                status = found & 0x7f == 0 ? found >> 8 & 0xff : 128 + found & 0x7f
            } else if Date() > end {
                return nil
            } else {
                usleep(1000)
            }
        }
        return status
    }

    /// Waits until something is so; false when it is not after so long.
    static func wait(seconds: Double = 20, until isSo: () -> Bool) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while !isSo() {
            if Date() > end { return false }
            usleep(2000)
        }
        return true
    }
}
