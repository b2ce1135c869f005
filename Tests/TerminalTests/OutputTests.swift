import Glibc
import Testing

@testable import Terminal

struct OutputTests {
    private func pipeEnds() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    @Test("a full disk is an error that names the file, now and at every later call")
    func fullDisk() throws {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let output = Output(fileDescriptor: full, name: "/dev/stdout")
        try output.write("short")
        let error = OutputError.failed(name: "/dev/stdout", errno: ENOSPC)
        #expect(throws: error) { try output.flush() }
        #expect(throws: error) { try output.write("more") }
        #expect(throws: error) { try output.flush() }
        #expect(error.description == "write /dev/stdout: no space left on device")
    }

    @Test("more than the buffer holds fails at once on a full disk")
    func fullDiskLarge() throws {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let output = Output(fileDescriptor: full)
        #expect(throws: OutputError.self) { try output.write([UInt8](repeating: 1, count: Output.capacity)) }
    }

    @Test("a reader that went away is told apart from a failure")
    func closedPipe() throws {
        // Process-wide, as the program's own answer to the signal is another test's subject.
        signal(SIGPIPE, SIG_IGN)
        let ends = try pipeEnds()
        close(ends.read)
        defer { close(ends.write) }
        let output = Output(fileDescriptor: ends.write, buffering: .unbuffered)
        #expect(throws: OutputError.closedPipe) { try output.write("x") }
    }

    @Test("a descriptor that is not open fails with the system's words")
    func badDescriptor() throws {
        let output = Output(fileDescriptor: 9999, name: "/dev/stdout", buffering: .unbuffered)
        #expect(throws: OutputError.failed(name: "/dev/stdout", errno: EBADF)) { try output.write("x") }
    }

    @Test("a file gets nothing before 64 KiB or a flush, and then everything in order")
    func buffers() throws {
        let ends = try pipeEnds()
        defer { close(ends.read) }
        let output = Output(fileDescriptor: ends.write)
        try output.write("a\n")
        #expect(output.collected == Array("a\n".utf8))
        try output.writeLine("b")
        try output.flush()
        close(ends.write)
        var bytes = [UInt8](repeating: 0, count: 16)
        #expect(read(ends.read, &bytes, 16) == 4)
        #expect(Array(bytes[..<4]) == Array("a\nb\n".utf8))
    }

    @Test("a slow reader of a non-blocking pipe is waited for and gets every byte")
    func nonBlocking() throws {
        let ends = try pipeEnds()
        _ = fcntl(ends.write, F_SETFL, O_NONBLOCK)
        let sent = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let reader = ends.read
        var thread = pthread_t()
        let received = Received(descriptor: reader)
        pthread_create(
            &thread, nil,
            { context in
                Unmanaged<Received>.fromOpaque(context!).takeUnretainedValue().readAll()
                return nil
            }, Unmanaged.passUnretained(received).toOpaque())
        let output = Output(fileDescriptor: ends.write)
        for start in stride(from: 0, to: sent.count, by: 1000) { try output.write(sent[start..<start + 1000]) }
        try output.flush()
        close(ends.write)
        pthread_join(thread, nil)
        close(reader)
        #expect(received.bytes == sent)
    }

    @Test("a terminal gets each line as it ends, and has a width")
    func terminalLines() throws {
        let terminal = try PseudoTerminal()
        terminal.resize(rows: 24, columns: 90)
        let output = Output(fileDescriptor: terminal.slave)
        #expect(output.isTerminal)
        #expect(output.columns == 90)
        try output.write("one\ntwo")
        #expect(terminal.shown(atLeast: 8) == "one\r\ntwo")
        terminal.resize(rows: 0, columns: 0)
        #expect(output.columns == nil)
        #expect(WindowSize.of(terminal.slave) == WindowSize(rows: 0, columns: 0))
    }

    @Test(
        "engine text cannot drive a terminal",
        arguments: [
            ("plain é 漢 👩‍💻", "plain é 漢 👩‍💻"), ("\u{1b}[2J", "\\x1b[2J"), ("a\rb", "a\\x0db"), ("\u{7f}", "\\x7f"),
            ("\u{9b}31m", "\\x9b31m"), ("\u{202e}txt", "\\u{202e}txt"), ("\u{2066}\u{200f}", "\\u{2066}\\u{200f}"),
            ("\u{0}\u{7}", "\\x00\\x07"), ("a\tb\nc", "a\tb\nc"), ("\u{2028}", "\\u{2028}"), ("\r\n", "\\x0d\n"),
        ])
    func escapes(text: String, shown: String) {
        #expect(Output(memory: .terminal(columns: 80)).escaped(text) == shown)
        #expect(Output(memory: .file).escaped(text) == text)
    }

    @Test("in a table cell tabs and newlines are spelt out too")
    func escapesCell() {
        #expect(Output(memory: .terminal(columns: 80)).escaped("a\tb\nc", as: .cell) == "a\\tb\\nc")
        #expect(Output(memory: .file).escaped("a\tb\nc", as: .cell) == "a\tb\nc")
    }

    @Test("a size limit on files is an error, not a deadly signal")
    func fileSizeLimit() {
        StandardStreams.reportFileSizeLimit()
        kill(getpid(), SIGXFSZ)
        signal(SIGXFSZ, SIG_DFL)
    }
}

private final class Received: @unchecked Sendable {
    let descriptor: Int32
    var bytes: [UInt8] = []

    init(descriptor: Int32) { self.descriptor = descriptor }

    func readAll() {
        var buffer = [UInt8](repeating: 0, count: 30_000)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return }
            bytes += buffer[..<count]
        }
    }
}
