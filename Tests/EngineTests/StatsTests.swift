import Foundation
import Testing

@Suite("What containers of a real engine use")
struct StatsTests {
    @Test("one sample shows the limit and the processes")
    func once() throws {
        defer { _ = try? Tug.run("rm -f nouns-s1") }
        #expect(try Tug.run("run -d --name nouns-s1 --memory 64m busybox sleep 300").status == 0)
        let shown = try Tug.run("stats --no-stream --format '{{.Name}} {{.PIDs}} {{.MemUsage}}' nouns-s1")
        #expect(shown.out.hasPrefix("nouns-s1 1 "), "\(shown)")
        #expect(shown.out.hasSuffix(" / 64MiB\n"), "\(shown)")
        let old = try Tug.run(
            "stats --no-stream --format '{{.Name}} {{.NetIO}}' nouns-s1", environment: ["DOCKER_API_VERSION": "1.20"])
        #expect(old.out.hasPrefix("nouns-s1 ") && !old.out.contains("--"), "\(old)")
    }

    @Test("Ctrl-C leaves the live table at once, by the signal")
    func interrupted() throws {
        defer { _ = try? Tug.run("rm -f nouns-s2") }
        #expect(try Tug.run("run -d --name nouns-s2 busybox sleep 300").status == 0)
        for line in ["stats", "stats nouns-s2"] {
            let result = try Tug.shell("timeout --preserve-status -k 2 -s INT 3 $TUG \(line)")
            #expect(result.status == 130, "\(line): \(result)")
            #expect(result.out.contains("nouns-s2"))
        }
    }

    @Test("a container that begins gets a line, one that ends loses it")
    func comesAndGoes() throws {
        defer { _ = try? Tug.run("rm -f nouns-s3") }
        let script = """
            timeout 8 $TUG stats --format 'line {{.Name}}' > /tmp/nouns-stats.$$ & watcher=$!
            sleep 1.5; $TUG run -d --name nouns-s3 busybox sleep 300 >/dev/null; sleep 2.5; $TUG kill nouns-s3 >/dev/null
            sleep 1; : > /tmp/nouns-stats.$$.mark; wc -l < /tmp/nouns-stats.$$ > /tmp/nouns-stats.$$.mark
            wait $watcher; grep -c 'line nouns-s3' /tmp/nouns-stats.$$
            tail -n +$(cat /tmp/nouns-stats.$$.mark) /tmp/nouns-stats.$$ | tail -n +2 | grep -c nouns-s3
            rm -f /tmp/nouns-stats.$$ /tmp/nouns-stats.$$.mark
            """
        let result = try Tug.shell(script)
        let counts = result.out.split(separator: "\n").map { Int($0) ?? -1 }
        #expect(counts.count == 2, "\(result)")
        #expect((counts.first ?? 0) > 0, "it got a line: \(result)")
        #expect(counts.last == 0, "it lost it: \(result)")
    }

    @Test("named containers that are removed end the table")
    func removed() throws {
        #expect(try Tug.run("run -d --rm --name nouns-s4 busybox sleep 2").status == 0)
        let result = try Tug.shell("timeout 10 $TUG stats --format '{{.Name}} {{.MemUsage}}' nouns-s4")
        #expect(result.status == 0)
        #expect(result.out.hasSuffix("nouns-s4 -- / --\n"), "\(result)")
    }

    @Test("a terminal is cleared once and then drawn over in place")
    func inPlace() throws {
        defer { _ = try? Tug.run("rm -f nouns-s5") }
        #expect(try Tug.run("run -d --name nouns-s5 busybox sleep 300").status == 0)
        let shown = try Tug.shell("script -qec \"timeout 5 $TUG stats nouns-s5\" /dev/null").out
        #expect(shown.components(separatedBy: "\u{1b}[2J").count == 2, "\(shown.debugDescription)")
        #expect(shown.components(separatedBy: "\u{1b}[H").count > 2)
        #expect(shown.components(separatedBy: "nouns-s5").count > 2)
        #expect(shown.contains("PIDS\u{1b}[K"))
    }
}
