import CTerminalTestSupport
import Foundation
import Glibc

/// A shell line at a terminal of its own, typed at and watched as a person would.
final class TerminalSession {
    private let master: Int32
    private let process = Process()
    private var shown = ""
    /// Everything that was seen.
    private(set) var taken = ""
    private let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(UUID().uuidString)

    /// `$TUG` is the program. What follows the line tells its status and whether the terminal is as it was;
    /// `(pid; exec $TUG …)` makes the program's process known to `signal`.
    init(_ line: String, rows: UInt16 = 31, columns: UInt16 = 97) throws {
        var ends: (master: Int32, slave: Int32) = (-1, -1)
        guard terminal_test_open(&ends.master, &ends.slave) == 0 else { throw CannotOpen() }
        master = ends.master
        let slave = ends.slave
        defer { close(slave) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        let script = """
            pid() { sh -c 'echo $PPID' > "$FOLDER/pid"; }
            mode=$(stty -g)
            trap : INT
            \(line)
            echo "status $?"
            [ "$(stty -g)" = "$mode" ] && echo unchanged
            """
        process.arguments = ["--ctty", "--wait", "sh", "-c", script]
        process.environment = [
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": folder.path, "TUG": Tug.path, "DOCKER_HOST": Tug.engine,
            "FOLDER": folder.path, "LANG": "C.UTF-8", "TERM": "xterm",
        ]
        let terminal = FileHandle(fileDescriptor: slave)
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        resize(rows: rows, columns: columns)
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(master)
        try? FileManager.default.removeItem(at: folder)
    }

    func type(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
    }

    func resize(rows: UInt16, columns: UInt16) {
        _ = terminal_test_resize(master, Int32(rows), Int32(columns))
    }

    func signal(_ number: Int32) throws {
        let text = try String(contentsOf: folder.appendingPathComponent("pid"), encoding: .utf8)
        guard let id = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw CannotOpen() }
        kill(id, number)
    }

    /// Waits until `text` is shown and takes all up to its end away; false when it never is.
    func sees(_ text: String, seconds: Double = 10) -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            if let range = shown.range(of: text) {
                taken += shown[..<range.upperBound]
                shown.removeSubrange(..<range.upperBound)
                return true
            }
            guard Date() < end, more() else { return false }
        }
    }

    /// What is shown and was not taken, for messages.
    var rest: String { shown }

    private func more() -> Bool {
        var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 100) > 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(master, &buffer, buffer.count)
        if count > 0 { shown += String(decoding: buffer[..<count], as: UTF8.self) }
        return count > 0
    }

    struct CannotOpen: Error {}
}
