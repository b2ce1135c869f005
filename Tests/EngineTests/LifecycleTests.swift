import Testing

@Suite("A container's life on a real engine", .serialized)
struct LifecycleTests {
    /// A running container made without tug's own `run`.
    private func container(_ name: String, _ body: () throws -> Void) throws {
        let specification = #"{"Image":"busybox","Cmd":["sleep","300"],"StopSignal":"KILL"}"#
        let socket = Tug.engine.dropFirst("unix://".count)
        let curl = "curl -sf --unix-socket \(socket) -X POST -H 'Content-Type: application/json'"
        _ = try Tug.run("rm -f \(name)")
        let made = try Tug.shell(
            "\(curl) -d '\(specification)' 'http://d/v1.41/containers/create?name=\(name)' "
                + "&& \(curl) http://d/v1.41/containers/\(name)/start")
        try #require(made.status == 0, "\(made.err)")
        defer { _ = try? Tug.run("rm -fv \(name)") }
        try body()
    }

    private func state(_ name: String) throws -> String {
        try Tug.run("ps -a -f name=^\(name)$ --format '{{.State}}'").out
    }

    @Test("pause, unpause, restart, kill and rm each do what they say, and print the name")
    func states() throws {
        try container("lc-states") {
            for (words, state) in [
                ("pause", "paused"), ("unpause", "running"), ("restart -t 0", "running"), ("kill", "exited"),
                ("restart", "running"), ("stop", "exited"),
            ] {
                let result = try Tug.run("\(words) lc-states")
                #expect(result.out == "lc-states\n" && result.status == 0, "\(words): \(result.err)")
                #expect(try self.state("lc-states") == state + "\n", "after \(words)")
            }
            #expect(try Tug.run("rm lc-states").status == 0)
            #expect(try self.state("lc-states") == "")
        }
    }

    @Test("several containers stop at the same time, and a missing one does not keep the others from it")
    func together() throws {
        try container("lc-one") {
            try container("lc-two") {
                let result = try Tug.run("stop lc-one lc-none lc-two")
                #expect(result.out == "lc-one\nlc-two\n")
                #expect(result.err == "Error response from daemon: No such container: lc-none\n")
                #expect(result.status == 1)
                #expect(try state("lc-one") == "exited\n")
                #expect(try state("lc-two") == "exited\n")
            }
        }
    }

    @Test("what happened is told afterwards, and at once while it happens")
    func events() throws {
        try container("lc-events") {
            // A child of the tests may have every other signal blocked; what it printed must be out already.
            let live = try Tug.shell(
                "(sleep 0.5; $TUG pause lc-events >&2; sleep 0.5; kill -KILL $$) & "
                    + "exec $TUG events -f container=lc-events --format '{{.Action}}'")
            #expect(live.out == "pause\n", "\(live.err)")
            #expect(live.status == 137)
            #expect(try Tug.run("unpause lc-events").status == 0)
            let past = try Tug.run("events --since 1m --until 0s -f container=lc-events -f event=unpause")
            #expect(past.out.contains(" container unpause "), "\(past.err)")
            #expect(past.out.contains("image=busybox, name=lc-events)\n"))
        }
    }

    @Test("top lists the container's processes, diff its files, rename moves its name")
    func views() throws {
        try container("lc-views") {
            let processes = try Tug.run("top lc-views -o pid,args").out
            #expect(processes.contains("sleep 300"))
            #expect(try Tug.run("diff lc-views").out == "")
            #expect(try Tug.run("port lc-views").out == "")
            #expect(try Tug.run("rename lc-views lc-renamed").status == 0)
            #expect(try state("lc-renamed") == "running\n")
            #expect(try Tug.run("rename lc-renamed lc-views").status == 0)
        }
    }

    @Test("info and version tell of the engine that answers")
    func engine() throws {
        let version = try Tug.run("version -f '{{.Server.Version}} {{.Server.APIVersion}} {{.Client.APIVersion}}'")
        #expect(version.status == 0, "\(version.err)")
        let parts = version.out.split(separator: " ")
        try #require(parts.count == 3)
        #expect(try Tug.run("info -f '{{.ServerVersion}}'").out == "\(parts[0])\n")
        let versions = try Tug.run("version").out
        #expect(versions.contains("\nServer:\n Engine:\n  Version:          \(parts[0])\n"))
        let info = try Tug.run("info").out
        #expect(info.contains("\n Server Version: \(parts[0])\n") && info.contains("\n Storage Driver: "))
        let away = try Tug.run("-H unix:///no/such version")
        #expect(away.out.hasPrefix("Client: tug\n") && !away.out.contains("Server") && away.status == 1)
    }
}
