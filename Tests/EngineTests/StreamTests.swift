import Testing

@Suite("Streams, statuses and signals of real containers")
struct StreamTests {
    @Test("run: stdout and stderr stay apart, the status is the container's")
    func run() throws {
        let result = try Tug.run("run --rm busybox sh -c 'echo out; echo err >&2; exit 7'")
        #expect(result.out == "out\n")
        #expect(result.err == "err\n")
        #expect(result.status == 7)
    }

    @Test("run -i sends stdin and ends with it; without -i nothing of it is read")
    func input() throws {
        #expect(try Tug.run("run -i --rm busybox cat", input: "hi\n").out == "hi\n")
        let left = try Tug.shell("\"$TUG\" run --rm busybox cat; cat", input: "unread\n")
        #expect(left.out == "unread\n")
    }

    @Test("what cannot start: 127 for a missing program, 126 for one that cannot run, 125 for a wrong flag")
    func notStarted() throws {
        #expect(try Tug.run("run --rm busybox no-such-program").status == 127)
        #expect(try Tug.run("run --rm busybox /tmp").status == 126)
        #expect(try Tug.run("run --no-such-flag busybox").status == 125)
    }

    @Test("a full disk is status 1, whatever the container's is", arguments: ["run --rm busybox echo hi"])
    func fullDisk(_ line: String) throws {
        let result = try Tug.run(line + " > /dev/full")
        #expect(result.err == "tug: write /dev/stdout: no space left on device\n")
        #expect(result.status == 1)
    }

    @Test("bytes go through exec and logs as they are, in any amount")
    func bytes() throws {
        _ = try Tug.run("rm -f st-bytes")
        defer { _ = try? Tug.run("rm -f st-bytes") }
        _ = try Tug.run("run -d --name st-bytes busybox sleep 300")
        let same = try Tug.shell(
            "f=$(mktemp); head -c 3000000 /dev/urandom > $f; \"$TUG\" exec -i st-bytes cat < $f | cmp - $f; s=$?; rm $f; exit $s"
        )
        #expect(same.status == 0, "\(same.out)\(same.err)")
        let talk = try Tug.run("run --name st-talk busybox printf '\\001\\033\\000x\\r\\n'")
        defer { _ = try? Tug.run("rm -f st-talk") }
        #expect(talk.status == 0)
        #expect(try Tug.shell("\"$TUG\" logs st-talk | od -An -tx1").out == " 01 1b 00 78 0d 0a\n")
    }

    @Test("SIGINT and SIGTERM during exec end it with 130 and 143", arguments: [("INT", 130), ("TERM", 143)])
    func signals(_ signal: String, _ status: Int32) throws {
        _ = try Tug.run("run -d --name st-\(signal) busybox sleep 300")
        defer { _ = try? Tug.run("rm -f st-\(signal)") }
        let result = try Tug.shell("timeout --preserve-status -s \(signal) 1 \"$TUG\" exec st-\(signal) sleep 50")
        #expect(result.status == status)
    }

    @Test("signals go to a container that is run; without --sig-proxy they end the client, and it goes on")
    func forwarding() throws {
        let trap = "trap \"echo got; exit 9\" TERM; echo ready; while :; do sleep 0.1; done"
        let forwarded = try Tug.shell(
            "timeout --preserve-status -s TERM 2 \"$TUG\" run --rm busybox sh -c '\(trap)'")
        #expect(forwarded.out == "ready\ngot\n")
        #expect(forwarded.status == 9)
        _ = try Tug.run("rm -f st-alone")
        defer { _ = try? Tug.run("rm -f st-alone") }
        let alone = try Tug.shell(
            "timeout --preserve-status -s TERM 2 \"$TUG\" run --sig-proxy=false --name st-alone busybox sleep 300")
        #expect(alone.status == 143)
        #expect(try Tug.run("ps -q --filter name=st-alone").out != "")
    }

    @Test("start -a passes Ctrl-C on and waits for the container's own status")
    func start() throws {
        _ = try Tug.run("rm -f st-start")
        defer { _ = try? Tug.run("rm -f st-start") }
        _ = try Tug.run(
            "create --name st-start busybox sh -c 'trap \"exit 5\" INT; echo ready; while :; do sleep 0.1; done'")
        let result = try Tug.shell("timeout --preserve-status -s INT 2 \"$TUG\" start -a st-start")
        #expect(result.out == "ready\n")
        #expect(result.status == 5)
    }

    @Test("a reader that leaves ends logs and exec quietly with 141")
    func closedPipe() throws {
        _ = try Tug.run("rm -f st-pipe")
        defer { _ = try? Tug.run("rm -f st-pipe") }
        _ = try Tug.run("run -d --name st-pipe busybox sh -c 'yes; sleep 300'")
        let result = try Tug.shell("{ \"$TUG\" logs -f st-pipe; echo $? >&2; } | head -n 1")
        #expect(result.out == "y\n")
        #expect(result.err == "141\n")
    }

    @Test("what a container says while its client is still attaching, and ends, is not lost: thirty times")
    func lastWords() throws {
        let result = try Tug.shell(
            """
            for try in $(seq 30); do
                id=$("$TUG" run -d -i busybox sh -c 'read x; echo "got $x"; exit 6')
                echo "food $try" | "$TUG" attach "$id" || echo "status $?"
                "$TUG" rm -f "$id" >/dev/null
            done
            """)
        #expect(result.err == "")
        #expect(result.out == (1...30).map { "got food \($0)\nstatus 6\n" }.joined())
    }

    @Test("old engines' ways to the exit status, asked of this one", arguments: ["1.18", "1.24", "1.29", "1.30"])
    func versions(_ version: String) throws {
        let result = try Tug.run(
            "run --rm --name st-v\(version) busybox sh -c 'echo hi; exit 3'",
            environment: ["DOCKER_API_VERSION": version])
        #expect(result.out == "hi\n")
        #expect(result.err == "")
        #expect(result.status == 3)
        #expect(try Tug.run("ps -aq --filter name=st-v\(version)").out == "")
    }
}
