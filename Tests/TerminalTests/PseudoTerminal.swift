import CTerminalTestSupport
import Glibc

/// A pseudo-terminal whose slave side is a program's terminal.
final class PseudoTerminal {
    struct Mode: OptionSet, Equatable {
        let rawValue: Int32
        static let echo = Mode(rawValue: 1)
        static let lines = Mode(rawValue: 2)
        static let output = Mode(rawValue: 4)
        static let cooked: Mode = [.echo, .lines, .output]
        static let raw: Mode = []
    }

    let master: Int32
    let slave: Int32

    init() throws {
        var master: Int32 = -1
        var slave: Int32 = -1
        let error = terminal_test_open(&master, &slave)
        guard error == 0 else { throw CannotOpen(errno: error) }
        self.master = master
        self.slave = slave
    }

    deinit {
        close(master)
        close(slave)
    }

    var mode: Mode { Mode(rawValue: terminal_test_mode(slave)) }

    func resize(rows: Int32, columns: Int32) {
        _ = terminal_test_resize(master, rows, columns)
    }

    func type(_ text: String) {
        var text = text
        text.withUTF8 { _ = write(master, $0.baseAddress, $0.count) }
    }

    /// What the program has written so far, once it is at least `count` bytes.
    func shown(atLeast count: Int) -> String {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < count {
            let got = read(master, &buffer, buffer.count)
            if got <= 0 { break }
            bytes += buffer[..<got]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    struct CannotOpen: Error { let errno: Int32 }
}
