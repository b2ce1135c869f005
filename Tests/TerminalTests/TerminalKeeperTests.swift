import CTerminalTestSupport
import Glibc
import Testing

@testable import Terminal

/// The keeper's state is the process's: one test at a time.
@Suite(.serialized)
struct TerminalKeeperTests {
    private func start(
        _ terminal: PseudoTerminal, _ task: terminal_test_task, path: String? = nil
    ) throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        let child = terminal_test_start(terminal.master, terminal.slave, task, path, ends[1])
        var byte: UInt8 = 0
        close(ends[1])
        ends.removeLast()
        try #require(read(ends[0], &byte, 1) == 1)
        return child
    }

    @Test(
        "a deadly signal puts a raw terminal back and shows in the status",
        arguments: [
            SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGPIPE,
        ])
    func signalRestores(signal: Int32) throws {
        let terminal = try PseudoTerminal()
        let child = try start(terminal, terminal_test_raw)
        #expect(terminal.mode == .raw)
        kill(child, signal)
        #expect(terminal_test_wait(child) == 128 + signal)
        #expect(terminal.mode == .cooked)
    }

    @Test("a deadly signal switches hidden echo on again", arguments: [SIGTERM, SIGINT, SIGHUP])
    func signalShowsEcho(signal: Int32) throws {
        let terminal = try PseudoTerminal()
        let child = try start(terminal, terminal_test_no_echo)
        #expect(terminal.mode == [.lines, .output])
        kill(child, signal)
        #expect(terminal_test_wait(child) == 128 + signal)
        #expect(terminal.mode == .cooked)
    }

    @Test("Ctrl-C typed at a hidden prompt ends the program and switches echo on again")
    func typedInterrupt() throws {
        let terminal = try PseudoTerminal()
        let child = try start(terminal, terminal_test_no_echo)
        terminal.type("\u{3}")
        #expect(terminal_test_wait(child) == 130)
        #expect(terminal.mode == .cooked)
    }

    @Test("an overflown stack still puts the terminal back")
    func overflow() throws {
        let terminal = try PseudoTerminal()
        let child = terminal_test_overflow(terminal.master, terminal.slave)
        #expect(terminal_test_wait(child) == 128 + SIGSEGV)
        #expect(terminal.mode == .cooked)
    }

    @Test("a program that takes no signal out of its pipe ends at the third request, the terminal as it was")
    func stuck() throws {
        let terminal = try PseudoTerminal()
        #expect(terminal_test_wait(terminal_test_stuck(terminal.master, terminal.slave)) == 1)
        #expect(terminal.mode == .cooked)
    }

    @Test("a stopped program gives the terminal back and takes it again when it goes on")
    func stopAndContinue() throws {
        let terminal = try PseudoTerminal()
        #expect(terminal_test_wait(terminal_test_stop(terminal.master, terminal.slave)) == 0)
    }

    @Test("closed standard streams are opened: stdin is empty, writing to the others fails, no file gets their number")
    func closedStreams() {
        #expect(terminal_test_wait(terminal_test_missing()) == 0)
    }

    @Test("a signal removes a file that is not finished", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func removesFile(signal: Int32) throws {
        let path = "/tmp/terminal-keeper-\(getpid())-\(signal)"
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        try #require(file >= 0)
        close(file)
        let terminal = try PseudoTerminal()
        let child = try start(terminal, terminal_test_file, path: path)
        #expect(access(path, F_OK) == 0)
        kill(child, signal)
        #expect(terminal_test_wait(child) == 128 + signal)
        #expect(access(path, F_OK) != 0)
    }

    @Test("restore undoes raw mode and hidden echo together, and is harmless twice")
    func restores() throws {
        let terminal = try PseudoTerminal()
        try TerminalKeeper.hideEcho(terminal.slave)
        #expect(terminal.mode == [.lines, .output])
        try TerminalKeeper.enterRaw(terminal.slave)
        #expect(terminal.mode == .raw)
        TerminalKeeper.restore()
        #expect(terminal.mode == .cooked)
        TerminalKeeper.restore()
        #expect(terminal.mode == .cooked)
    }

    @Test("what is no terminal cannot be made raw")
    func notATerminal() throws {
        let null = open("/dev/null", O_RDONLY)
        defer { close(null) }
        #expect(throws: SystemError("set the terminal to raw mode", ENOTTY)) { try TerminalKeeper.enterRaw(null) }
    }

    @Test("sixteen files can be kept in mind, and forgetting one makes room")
    func slots() {
        // In a child: copies of other suites, at the same time, need places of this process. What such a copy holds
        // when the child begins is missing there, so it may take more than one try.
        var count: Int32 = 0
        for _ in 0..<200 {
            count = terminal_test_wait(terminal_test_slots())
            if count >= 16 { break }
            usleep(20_000)
        }
        #expect(count == 16)
    }

    @Test("a hidden line is not echoed and echo is back afterwards")
    func hiddenPrompt() throws {
        let terminal = try PseudoTerminal()
        let output = Output(memory: .file)
        // Typed before the prompt: the line waits in the terminal.
        terminal.type("s3cret\n")
        let answer = try Prompt(output, input: terminal.slave).hiddenLine("Password: ")
        #expect(answer == "s3cret")
        #expect(output.text == "Password: \n")
        #expect(terminal.mode == .cooked)
    }

    @Test("signals arrive in the pipe in order, and go back to their former owner")
    func signalPipe() throws {
        // It stays ignored: one that is still on its way at the end must not be deadly.
        signal(SIGPROF, SIG_IGN)
        let pipe = try SignalPipe(signals: [SIGWINCH, SIGPROF])
        #expect(pipe.next() == nil)
        kill(getpid(), SIGWINCH)
        #expect(arrival(in: pipe) == SIGWINCH)
        kill(getpid(), SIGPROF)
        #expect(arrival(in: pipe) == SIGPROF)
        #expect(pipe.next() == nil)
        #expect(throws: SystemError("catch signal 28", EBUSY)) { try SignalPipe(signals: [SIGWINCH]) }
        pipe.uninstall()
        // Deadly if it were not ignored again.
        kill(getpid(), SIGPROF)
        #expect(pipe.next() == nil)
    }

    private func arrival(in pipe: SignalPipe) -> Int32? {
        var ready = pollfd(fd: pipe.fileDescriptor, events: Int16(POLLIN), revents: 0)
        while poll(&ready, 1, 5000) < 0, errno == EINTR {}
        return pipe.next()
    }

    @Test("a signal that cannot be caught is refused")
    func uncatchable() {
        #expect(throws: SystemError("catch signal 9", EINVAL)) { try SignalPipe(signals: [SIGKILL]) }
    }
}
