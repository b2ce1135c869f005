import Foundation
import Glibc
import Testing

@Suite("A container at a terminal, as a person has it", .serialized)
struct InteractiveTests {
    /// A container with a shell, for exec and attach.
    private func withShell(_ name: String, _ body: () throws -> Void) throws {
        _ = try Tug.run("rm -f \(name)")
        #expect(try Tug.run("run -d -i -t --name \(name) busybox sh").status == 0)
        defer { _ = try? Tug.run("rm -f \(name)") }
        try body()
    }

    @Test("run -it: what is typed is shown once, Ctrl-C goes to the program, the status is the shell's")
    func run() throws {
        let session = try TerminalSession("$TUG run -it --rm busybox sh")
        #expect(session.sees("# "))
        session.type("stty size\r")
        #expect(session.sees("stty size\r\n31 97\r\n"), "\(session.rest)")
        #expect(session.sees("# "))
        session.type("echo re''ady; sleep 100\r")
        #expect(session.sees("ready"))
        session.type("\u{3}")
        #expect(session.sees("# "))
        session.type("exit 5\r")
        #expect(session.sees("status 5"))
        #expect(session.sees("unchanged"))
    }

    @Test("a window that changes its size changes the container's terminal")
    func resize() throws {
        let loop = "trap \"stty size; exit 4\" WINCH; echo ready; while :; do sleep 0.1; done"
        let session = try TerminalSession("$TUG run -it --rm busybox sh -c 'sleep 0.5; \(loop)'")
        #expect(session.sees("ready"))
        session.resize(rows: 40, columns: 120)
        #expect(session.sees("40 120"), "\(session.rest)")
        #expect(session.sees("status 4"))
    }

    @Test("the detach keys leave run with 0, attach and exec with 1, and the container goes on")
    func detach() throws {
        _ = try Tug.run("rm -f st-detach")
        defer { _ = try? Tug.run("rm -f st-detach") }
        let run = try TerminalSession("$TUG run -it --name st-detach busybox sh")
        #expect(run.sees("# "))
        run.type("\u{10}\u{11}")
        #expect(run.sees("status 0"))
        #expect(run.sees("unchanged"))
        let attach = try TerminalSession("$TUG attach --detach-keys ctrl-x,y st-detach")
        #expect(attach.sees("# "))
        attach.type("echo a$((1+1))\r")
        #expect(attach.sees("a2"))
        attach.type("\u{18}z\u{18}y")
        #expect(attach.sees("read escape sequence"))
        #expect(attach.sees("status 1"))
        #expect(attach.sees("unchanged"))
        let exec = try TerminalSession("$TUG exec -it st-detach sh")
        #expect(exec.sees("# "))
        exec.type("\u{10}\u{11}")
        #expect(exec.sees("status 1"))
        #expect(exec.sees("unchanged"))
        #expect(try Tug.run("ps -q --filter name=st-detach").out != "")
    }

    @Test("leaving by the keys is an event of the engine: detach", arguments: ["attach", "start -ai", "run -it"])
    func detachEvent(_ verb: String) throws {
        let name = "st-event-\(verb.prefix(3))"
        _ = try Tug.run("rm -f \(name)")
        defer { _ = try? Tug.run("rm -f \(name)") }
        let words: String
        switch verb {
        case "run -it": words = "run -it --name \(name) busybox sh"
        case "attach":
            #expect(try Tug.run("run -d -i -t --name \(name) busybox sh").status == 0)
            words = "attach --detach-keys ctrl-x,y \(name)"
        default:
            #expect(try Tug.run("create -i -t --name \(name) busybox sh").status == 0)
            words = "start -ai \(name)"
        }
        let since = Int(Date().timeIntervalSince1970) - 1
        let session = try TerminalSession("$TUG \(words)")
        #expect(session.sees("# "))
        session.type("echo a$((1+1))\r")
        #expect(session.sees("a2"))
        session.type(verb == "attach" ? "\u{18}y" : "\u{10}\u{11}")
        #expect(session.sees("status \(verb == "attach" ? 1 : 0)", seconds: 30), "\(session.rest)")
        #expect(session.sees("unchanged"))
        let ask = "events --since \(since) --until 0s --filter container=\(name) --filter event=detach"
        let events = try Tug.run("\(ask) --format '{{.Action}} {{.Actor.Attributes.name}}'")
        #expect(events.out == "detach \(name)\n")
        #expect(try Tug.run("ps -q --filter name=\(name)").out != "", "it goes on")
    }

    @Test("leaving a program in a container by the keys lets it go on, and nothing is said of an error")
    func detachedProgram() throws {
        try withShell("st-left") {
            let program = "echo ready; for i in 1 2 3 4 5 6; do sleep 0.5; done; touch /done; sleep 60"
            let session = try TerminalSession("$TUG exec -it st-left sh -c '\(program)'")
            #expect(session.sees("ready\r\n"))
            session.type("\u{10}\u{11}")
            #expect(session.sees("read escape sequence: detached\r\nstatus 1\r\nunchanged"), "\(session.rest)")
            var isDone = false
            for _ in 0..<150 where !isDone {
                isDone = try Tug.run("exec st-left test -e /done").status == 0
                if !isDone { Thread.sleep(forTimeInterval: 0.2) }
            }
            #expect(isDone)
        }
    }

    @Test(
        "exec -it ended by a signal or a crash: the status says so, the terminal is as it was",
        arguments: [
            (SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129), (SIGQUIT, 131), (SIGSEGV, 139), (SIGILL, 132), (SIGABRT, 134),
            (SIGTRAP, 133),
        ])
    func signals(_ signal: Int32, _ status: Int) throws {
        try withShell("st-signals") {
            let session = try TerminalSession("(pid; exec $TUG exec -it st-signals sh)")
            #expect(session.sees("# "))
            try session.signal(signal)
            #expect(session.sees("status \(status)"), "\(session.rest)")
            #expect(session.sees("unchanged"))
        }
    }

    @Test(
        "the question for a password ended by a signal: the status says so, what is typed is seen again",
        arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129), (SIGQUIT, 131), (SIGSEGV, 139)])
    func password(_ signal: Int32, _ status: Int) throws {
        let session = try TerminalSession("(pid; exec $TUG login -u me 127.0.0.1:1)")
        #expect(session.sees("Password: "), "\(session.rest)")
        try session.signal(signal)
        #expect(session.sees("status \(status)"), "\(session.rest)")
        #expect(session.sees("unchanged"))
    }

    @Test("Ctrl-C at the question for a password leaves with 130, at a yes or no too")
    func questions() throws {
        for (line, question) in [("login -u me 127.0.0.1:1", "Password: "), ("volume prune", "[y/N] ")] {
            let session = try TerminalSession("$TUG \(line)")
            #expect(session.sees(question), "\(session.rest)")
            session.type("\u{3}")
            #expect(session.sees("status 130"), "\(line): \(session.rest)")
            #expect(session.sees("unchanged"))
        }
    }

    @Test("attach and start -ai redraw, resize and end with the container's status")
    func attach() throws {
        try withShell("st-attach") {
            let attach = try TerminalSession("$TUG attach st-attach")
            #expect(attach.sees("# "))
            attach.type("stty size\r")
            #expect(attach.sees("31 97"))
            attach.type("exit 3\r")
            #expect(attach.sees("status 3"))
            let start = try TerminalSession("$TUG start -ai st-attach", rows: 20, columns: 70)
            #expect(start.sees("# "))
            start.type("stty size\r")
            #expect(start.sees("20 70"))
            start.type("exit 6\r")
            #expect(start.sees("status 6"))
            #expect(start.sees("unchanged"))
        }
    }

    @Test("Ctrl-C reaches a program without a terminal, and its status comes back")
    func interrupt() throws {
        let loop = "trap \"echo got; exit 9\" INT; echo ready; while :; do sleep 0.1; done"
        let session = try TerminalSession("$TUG run --rm busybox sh -c '\(loop)'")
        #expect(session.sees("ready\r\n"))
        session.type("\u{3}")
        #expect(session.sees("got"))
        #expect(session.sees("status 9"))
    }

    @Test("NORAW leaves the terminal alone")
    func noRaw() throws {
        try withShell("st-noraw") {
            let session = try TerminalSession("NORAW=1 $TUG exec -it st-noraw cat")
            session.type("typed\r")
            // Once by our terminal, once by the container's, once by cat.
            #expect(session.sees("typed") && session.sees("typed") && session.sees("typed"))
            session.type("\u{3}")
            #expect(session.sees("status 130"))
        }
    }
}
