import Foundation
import Testing

@Suite("Podman's Docker-compatible service", .serialized)
struct PodmanTests {
    /// Runs a shell line with a service of its own on `$S`, all in a folder that goes away.
    private static func shell(_ line: String) throws -> String {
        let folder = NSTemporaryDirectory() + "tugp-\(getpid())"
        let start = """
            mkdir -p \(folder) && cd \(folder)
            printf '[containers]\\ndefault_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]\\n[engine]\\nevents_logger="file"\\n' > containers.conf
            export CONTAINERS_CONF=\(folder)/containers.conf S=unix://\(folder)/podman.sock
            podman --root \(folder)/root --runroot \(folder)/run --storage-driver vfs --cgroup-manager cgroupfs \
            system service -t 0 "$S" >/dev/null 2>&1 &
            P=$!
            for i in $(seq 100); do [ -S podman.sock ] && break; sleep 0.1; done
            tug() { DOCKER_HOST=$S "$TUG" "$@"; }
            (\(line)) 2>&1
            tug ps -aq 2>/dev/null | while read c; do tug rm -f $c >/dev/null 2>&1; done
            kill $P; wait $P 2>/dev/null; cd /; rm -rf \(folder)
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", start]
        var environment = ProcessInfo.processInfo.environment
        environment["TUG"] =
            URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("tug").path
        environment["ENGINE"] = environment["TUG_TEST_ENGINE"] ?? "unix:///TUG_TEST_ENGINE-is-not-set"
        process.environment = environment
        let out = Pipe()
        process.standardOutput = out
        process.standardError = out
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let data = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test("ps, run, exec, logs, inspect, images, build, events and prune work, with the programs' statuses")
    func everyday() throws {
        let text = try Self.shell(
            """
            DOCKER_HOST=$ENGINE "$TUG" save busybox | tug load >/dev/null
            tug images --format 'images {{.Repository}}'
            tug run --rm busybox echo run
            tug run --rm busybox sh -c 'exit 7'; echo "run $?"
            tug run -d --name p1 busybox sleep 99 | wc -c
            tug ps --format 'ps {{.Names}} {{.State}}'
            tug exec p1 echo exec
            tug exec p1 sh -c 'exit 3'; echo "exec $?"
            tug inspect -f 'inspect {{.State.Status}}' p1
            tug run --name p2 busybox echo logged >/dev/null; tug logs p2
            tug rm -f p1
            printf 'FROM busybox\\nRUN true\\n' | tug build -q -t built - >/dev/null; echo "build $?"
            timeout 3 env DOCKER_HOST=$S "$TUG" events --since 60s | grep -q 'container create'; echo "events $?"
            tug container prune -f | grep -c '^[0-9a-f]'
            tug volume prune -f
            """)
        #expect(
            text == """
                images localhost/busybox
                run
                run 7
                65
                ps p1 running
                exec
                exec 3
                inspect running
                logged
                p1
                build 0
                events 0
                1
                Total reclaimed space: 0B

                """)
    }
}
