import Foundation
import Testing

@Suite("Archives go in and out of a real engine", .serialized)
struct ArchiveTests {
    /// A folder of its own for one test.
    final class Folder {
        let path = NSTemporaryDirectory() + "tug-archives-\(UUID().uuidString)"

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func shell(_ line: String) throws -> Tug.Result { try Tug.shell("cd \(path) && \(line)") }
        var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
    }

    @Test("what is saved is loaded again, from a file and from stdin")
    func saveAndLoad() throws {
        let folder = try Folder()
        let name = "tug-archive-\(UUID().uuidString.lowercased())"
        defer { _ = try? Tug.run("rmi -f \(name):1 \(name):2") }
        let saved = try folder.shell(
            "docker tag busybox \(name):1 && docker tag busybox \(name):2 && \"$TUG\" save -o app.tar \(name):1 \(name):2 && docker rmi \(name):1 \(name):2 >/dev/null && stat -c %a app.tar"
        )
        #expect(saved.out == "600\n" && saved.err == "")
        let loaded = try folder.shell("\"$TUG\" load -i app.tar")
        #expect(Set(loaded.out.split(separator: "\n")) == ["Loaded image: \(name):1", "Loaded image: \(name):2"])
        let piped = try folder.shell("\"$TUG\" save \(name):1 | \"$TUG\" load -q")
        #expect(piped.out == "Loaded image: \(name):1\n" && piped.err == "" && piped.status == 0)
        #expect(try folder.names == ["app.tar"])
    }

    @Test("what is exported is imported, with instructions for the image")
    func exportAndImport() throws {
        let folder = try Folder()
        let name = "tug-archive-\(UUID().uuidString.lowercased())"
        defer { _ = try? Tug.shell("docker rm -f \(name); docker rmi -f \(name):x") }
        let exported = try folder.shell(
            "docker create --name \(name) busybox >/dev/null && \"$TUG\" export -o c.tar \(name) && tar tf c.tar bin/sh"
        )
        #expect(exported.out == "bin/sh\n" && exported.err == "")
        let imported = try folder.shell(
            "\"$TUG\" import -c 'CMD [\"/bin/true\"]' -m hello c.tar \(name):x && \"$TUG\" image inspect -f '{{.Config.Cmd}} {{.Comment}}' \(name):x"
        )
        #expect(imported.out.hasPrefix("sha256:") && imported.out.hasSuffix("\n[/bin/true] hello\n"))
    }

    @Test("a save that fails keeps the old file and leaves nothing behind")
    func failure() throws {
        let folder = try Folder()
        let failed = try folder.shell("echo old > app.tar; \"$TUG\" save -o app.tar tug-no-such-image")
        #expect(failed.status == 1)
        #expect(failed.err == "Error response from daemon: No such image: tug-no-such-image\n")
        #expect(try folder.names == ["app.tar"])
        #expect(try folder.shell("cat app.tar").out == "old\n")
        for target in [".", "/dev/null", "fifo", "link"] {
            let refused = try folder.shell(
                "rm -f fifo link; mkfifo fifo; ln -s app.tar link; \"$TUG\" save -o \(target) busybox")
            #expect(refused.status == 1 && refused.err.hasPrefix("tug: cannot write to \(target): it is a"))
        }
    }

    @Test("files go into a container and come back as they were: modes, times, links, a name of 200 bytes")
    func copy() throws {
        let folder = try Folder()
        let name = "tug-archive-\(UUID().uuidString.lowercased())"
        defer { _ = try? Tug.shell("docker rm -f \(name)") }
        let long = String(repeating: "n", count: 200)
        let copied = try folder.shell(
            """
            docker create --name \(name) busybox >/dev/null
            mkdir -p d/s && echo a > d/a && echo b > d/s/\(long) && chmod 750 d && chmod 640 d/a && ln -s a d/l && ln d/a d/h
            touch -d @1000000000 d/a d/s d
            "$TUG" cp d \(name):/tmp && "$TUG" cp \(name):/tmp/d back && "$TUG" cp \(name):/tmp/d/. there
            "$TUG" cp \(name):/tmp/d - | tar xf - && diff -r back d && diff -r there d
            (cd d && find . -printf '%p %m %l %n %T@\\n' | sort) > 1
            (cd back && find . -printf '%p %m %l %n %T@\\n' | sort) > 2
            diff 1 2 && tar cf - -C d a | "$TUG" cp - \(name):/home && "$TUG" cp -L \(name):/tmp/d/l linked && cat linked
            """)
        #expect(copied.out == "a\n" && copied.err == "" && copied.status == 0)
    }

    @Test("a copy to a full disk keeps the old file and leaves no part of the new one")
    func fullDisk() throws {
        let folder = try Folder()
        let name = "tug-archive-\(UUID().uuidString.lowercased())"
        defer { _ = try? Tug.shell("docker rm -f \(name); umount \(folder.path)/small") }
        let copied = try folder.shell(
            """
            docker create --name \(name) busybox >/dev/null
            mkdir small && mount -t tmpfs -o size=1m none small && echo old > small/f
            "$TUG" cp \(name):/bin/busybox small/f
            """)
        #expect(copied.status == 1 && copied.err.contains("no space left on device"))
        #expect(try folder.shell("ls -A small; cat small/f").out == "f\nold\n")
    }

    @Test("a gigabyte goes through in 16 MB of memory: saved, loaded, exported, copied both ways, logged and built")
    func memory() throws {
        let folder = try Folder()
        let engine = try GigabyteEngine(folder.path + "/engine.sock")
        defer { engine.stop() }
        let result = try folder.shell(
            """
            export DOCKER_HOST=unix://$PWD/engine.sock
            truncate -s 1G sparse
            "$TUG" save x >/dev/null && "$TUG" export x >/dev/null && "$TUG" load -i sparse
            "$TUG" cp sparse c:/new && "$TUG" cp c:/f copied && stat -c %s copied && rm copied
            "$TUG" logs c | wc -c && "$TUG" logs --tail 1 c | wc -c
            mkdir context && echo FROM scratch > context/Dockerfile && truncate -s 1G context/f
            "$TUG" build context >/dev/null && tar -c -C context . | "$TUG" build - >/dev/null
            """)
        let size = GigabyteEngine.size
        #expect(result.out == "\(size)\n\(size)\n\(size)\n" && result.err == "" && result.status == 0, "\(result)")
        let peaks = engine.takePeaks()
        #expect(peaks.count == 9)
        #expect(peaks.allSatisfy { $0 < 16 << 10 }, "\(peaks) KiB")
    }
}
