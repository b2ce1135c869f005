import Foundation
import Glibc
import Testing

/// Lines typed into real shells at a terminal, up to the tabulator; `Z` is typed behind it to show whether a blank
/// came between.
private struct Typed: Sendable {
    let line: String
    /// The words of the line afterwards, as the shell splits them.
    let words: [String]

    init(_ line: String, _ words: String...) {
        self.line = line
        self.words = words
    }
}

private let lines = [
    Typed("tug imag", "tug", "imageZ"),
    Typed("tug ren", "tug", "rename", "Z"),
    Typed("tug container li", "tug", "container", "list", "Z"),
    Typed("tug vol", "tug", "volume", "Z"),
    Typed("tug help vers", "tug", "help", "version", "Z"),
    Typed("tug ps --no", "tug", "ps", "--no-trunc", "Z"),
    Typed("tug run --rest", "tug", "run", "--restart", "Z"),
    Typed("tug run --restart al", "tug", "run", "--restart", "always", "Z"),
    Typed("tug run --restart=un", "tug", "run", "--restart=unless-stopped", "Z"),
    Typed("tug run --pull mis", "tug", "run", "--pull", "missing", "Z"),
    Typed("tug run --cap-add NET_A", "tug", "run", "--cap-add", "NET_ADMIN", "Z"),
    Typed("tug run --log-driver jso", "tug", "run", "--log-driver", "json-file", "Z"),
    Typed("tug run --platform linux/s3", "tug", "run", "--platform", "linux/s390x", "Z"),
    Typed("tug kill --signal WIN", "tug", "kill", "--signal", "WINCH", "Z"),
    Typed("tug ps --filter heal", "tug", "ps", "--filter", "health=Z"),
    Typed("tug ps --filter health=unh", "tug", "ps", "--filter", "health=unhealthy", "Z"),
    Typed("tug ps -f status=pau", "tug", "ps", "-f", "status=paused", "Z"),
    Typed("tug ps --filter=health=st", "tug", "ps", "--filter=health=starting", "Z"),
    Typed("tug ps --format '{{.Running", "tug", "ps", "--format", "{{.RunningFor}}", "Z"),
    Typed("tug ps --format '{{.ID}} {{.Ima", "tug", "ps", "--format", "{{.ID}} {{.Image}}", "Z"),
    Typed("tug plugin inspect --format '{{.Ena", "tug", "plugin", "inspect", "--format", "{{.Enabled}}", "Z"),
    Typed("tug service inspect --pre", "tug", "service", "inspect", "--pretty", "Z"),
    Typed("tug node ps sel", "tug", "node", "ps", "self", "Z"),
    Typed("tug completion pow", "tug", "completion", "powershell", "Z"),
    Typed("tug volume create --sharing onew", "tug", "volume", "create", "--sharing", "onewriter", "Z"),
    Typed("tug run --mount typ", "tug", "run", "--mount", "type=Z"),
    Typed("tug run --mount type=tm", "tug", "run", "--mount", "type=tmpfs", "Z"),
    Typed("tug run --mount type=bind,source=fold", "tug", "run", "--mount", "type=bind,source=folder/Z"),
    Typed("tug run --env-file only-", "tug", "run", "--env-file", "only-file", "Z"),
    Typed("tug run --env-file=only-", "tug", "run", "--env-file=only-file", "Z"),
    Typed("tug start ct-st", "tug", "start", "ct-stopped", "Z"),
    Typed("tug exec ct-r", "tug", "exec", "ct-running", "Z"),
    Typed("tug run --network container:ct-r", "tug", "run", "--network", "container:ct-running", "Z"),
    Typed("tug rm -f ct-stopped ct-", "tug", "rm", "-f", "ct-stopped", "ct-running", "Z"),
    Typed("tug rmi ct-im", "tug", "rmi", "ct-image:one", "Z"),
    Typed("tug network rm ct-n", "tug", "network", "rm", "ct-net", "Z"),
    Typed("tug cp ct-st", "tug", "cp", "ct-stopped:Z"),
    Typed("tug exec ct-st", "tug", "exec", "ct-stZ"),
    Typed("tug -H unix:///nowhere start ct-st", "tug", "-H", "unix:///nowhere", "start", "ct-stZ"),
]

@Suite("Completion in real shells at a terminal", .serialized)
struct CompletionTests {
    /// What the cases name.
    private func withObjects(_ body: () throws -> Void) throws {
        let clean =
            "for c in ct-running ct-stopped; do $TUG rm -f $c; done; $TUG rmi ct-image:one; $TUG network rm ct-net"
        _ = try Tug.shell(clean)
        defer { _ = try? Tug.shell(clean) }
        let made = try Tug.shell(
            """
            set -e
            $TUG run -d --name ct-running busybox sleep 600
            $TUG create --name ct-stopped busybox
            $TUG tag busybox ct-image:one
            $TUG network create ct-net
            """)
        try #require(made.status == 0, "\(made.err)")
        try body()
    }

    /// Types every line, completes it, puts a printf in front and compares what that prints.
    private func run(in shell: String, load: String) throws {
        try withObjects {
            let session = try TerminalSession(
                """
                cd "$FOLDER"; mkdir folder; touch only-file
                PATH=$(dirname "$TUG"):$PATH; export PATH
                \(shell)
                """, columns: 200)
            session.type("\(load)\recho lo''aded\r")
            #expect(session.sees("loaded", seconds: 20), "\(session.rest)")
            #expect(session.sees("ready>"))
            for typed in lines {
                session.type(typed.line + "\tZ\u{1}printf '[%s]' start \r")
                let wanted = (["start"] + typed.words).map { "[\($0)]" }.joined()
                #expect(session.sees(wanted, seconds: 5), "\(typed.line): \(session.rest)")
                #expect(session.sees("ready>"))
            }
            session.type("tug run --restart \t\t")
            #expect(session.sees("unless-stopped"), "\(session.rest)")
        }
    }

    @Test("bash: words, values, fields, names and files; quotes, and = and : within words")
    func bash() throws {
        try run(in: "PS1='ready> ' exec bash --norc --noprofile -i -O extglob", load: "source <(tug completion bash)")
    }

    @Test("zsh: the same")
    func zsh() throws {
        try run(
            in: "exec zsh -f -i",
            load: "autoload -U compinit; compinit -u -D; source <(tug completion zsh); PS1='ready> '")
    }

    @Test("fish: the same")
    func fish() throws {
        try run(
            in: "exec fish --no-config -i",
            load: "tug completion fish | source; function fish_prompt; echo 'ready> '; end")
    }

    @Test(
        "loading a script asks nobody anything",
        arguments: [
            ("bash", "bash --norc -c '. ./script'"),
            ("zsh", "zsh -f -c 'autoload -U compinit; compinit -u -D; . ./script'"),
            ("fish", "fish --no-config -c 'source ./script'"),
        ])
    func loading(shell: String, command: String) throws {
        let result = try Tug.shell(
            """
            folder=$(mktemp -d)
            cd "$folder"
            $TUG completion \(shell) > script
            printf '#!/bin/sh\necho called >> %s/log\n' "$folder" > tug
            chmod +x tug
            PATH=$folder:$PATH \(command)
            cat log 2>/dev/null
            rm -r "$folder"
            """, environment: ["DOCKER_HOST": "unix:///nowhere"])
        #expect(result.out + result.err == "")
    }

    @Test("an engine that takes the connection and never answers costs at most 200 ms and no noise")
    func silence() throws {
        let path = NSTemporaryDirectory() + "tug-silent-\(getpid()).sock"
        let listener = try SilentListener(path: path)
        defer { listener.close() }
        let times = try (1...3).map { _ in
            let start = Date()
            let result = try Tug.run("__complete start ''", environment: ["DOCKER_HOST": "unix://\(path)"])
            #expect(result.out == ":4\n" && result.err == "" && result.status == 0)
            return Date().timeIntervalSince(start)
        }
        // Starting a shell and the debug build takes its part of this.
        #expect(times.min() ?? 1 < 0.25, "\(times)")
    }

    @Test("a configuration that cannot be read makes no noise either")
    func brokenConfiguration() throws {
        let result = try Tug.shell(
            "d=$(mktemp -d); echo '{' > $d/config.json; DOCKER_CONFIG=$d $TUG __complete ps --restart ''; rm -r $d")
        #expect(result.err == "")
    }

    @Test("containers are offered in the state that fits")
    func states() throws {
        try withObjects {
            func expect(_ line: String, _ wanted: Set<String>) throws {
                let lines = try Tug.run("__complete \(line)").out.split(separator: "\n")
                let words = lines.compactMap { $0.split(separator: "\t").first.map(String.init) }
                let names = Set(words.filter { $0.hasPrefix("ct-") })
                #expect(names == wanted, "\(line)")
            }
            try expect("start ''", ["ct-stopped"])
            try expect("exec ''", ["ct-running"])
            try expect("stop ''", ["ct-running"])
            try expect("inspect --type container ''", ["ct-running", "ct-stopped"])
            try expect("rm ''", ["ct-stopped"])
            try expect("rm --force ''", ["ct-running", "ct-stopped"])
            try expect("unpause ''", [])
            try expect("rm -f ct-running ''", ["ct-stopped"])
            try expect("rmi ''", ["ct-image:one"])
            try expect("network rm ''", ["ct-net"])
        }
    }
}

/// A socket on which connections are taken and nothing is ever said.
private final class SilentListener {
    private let descriptor: Int32
    private let path: String

    init(path: String) throws {
        self.path = path
        unlink(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8).prefix($0.count - 1)) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(descriptor, 8) == 0 else { throw TerminalSession.CannotOpen() }
    }

    func close() {
        Glibc.close(descriptor)
        unlink(path)
    }
}
