import Foundation
import Testing

@Suite("Every version from 1.18 to 1.41, agreed on with the real engine behind a proxy that makes it that old")
struct NegotiationTests {
    @Test("a version is agreed on, and everyday commands speak it", arguments: 18...41)
    func everyday(_ minor: Int) throws {
        let version = "1.\(minor)"
        let name = "tugn\(getpid())-\(minor)"
        let lines: [(line: String, out: [String])] = [
            ("tug version -f '{{.Client.APIVersion}} {{.Server.APIVersion}}'", ["\(version) \(version)"]),
            ("tug run --rm --name \(name) busybox echo hi", ["hi"]),
            ("tug create --name \(name) busybox true", ["…"]),
            ("tug ps -a --filter name=\(name) --format '{{.Names}} {{.State}}'", ["\(name) created"]),
            ("tug inspect -f '{{.Name}} {{.State.Status}}' \(name)", ["/\(name) created"]),
            ("tug start \(name)", [name]),
            ("tug wait \(name)", ["0"]),
            ("tug ps -aq --filter name=\(name) --filter health=unhealthy", []),
            ("tug rm \(name)", [name]),
            ("tug image inspect -f '{{.Os}}' busybox", ["linux"]),
        ]
        for (line, out) in lines {
            var this = Row.Case(engine: .proxied(version, .real), environment: [:], line: line)
            this.out.all = out
            for complaint in try this.complaints(folder: "/nonexistent") { Issue.record("\(complaint)") }
        }
    }

    @Test("a version that was set beyond the engine's is refused in the engine's words", arguments: [18, 21, 24, 30])
    func tooNew(_ minor: Int) throws {
        var this = Row.Case(
            engine: .proxied("1.\(minor)", .real), environment: ["DOCKER_API_VERSION": "1.41"], line: "tug ps")
        this.status = 1
        this.err.some = ["Error response from daemon: client …1.41…1.\(minor)…"]
        for complaint in try this.complaints(folder: "/nonexistent") { Issue.record("\(complaint)") }
    }
}
