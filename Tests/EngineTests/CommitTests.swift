import Testing

@Suite("Containers changed and made into images, the disk, the raw connection")
struct CommitTests {
    @Test("a committed image holds the container's files and what was changed")
    func commit() throws {
        defer { _ = try? Tug.shell("$TUG rm -f nouns-k; $TUG rmi -f nouns-image:1") }
        _ = try Tug.run("rm -f nouns-k")
        #expect(try Tug.run("run --name nouns-k busybox sh -c 'echo kept >/f'").status == 0)
        let made = try Tug.run("commit -m why -c 'CMD [\"cat\",\"/f\"]' nouns-k nouns-image:1")
        #expect(made.out.hasPrefix("sha256:"), "\(made)")
        #expect(try Tug.run("run --rm nouns-image:1").out == "kept\n")
    }

    @Test("limits of a running container change")
    func update() throws {
        defer { _ = try? Tug.run("rm -f nouns-u") }
        #expect(try Tug.run("run -d --name nouns-u busybox sleep 300").status == 0)
        #expect(try Tug.run("update --memory 64m --memory-swap 64m --pids-limit 50 nouns-u").out == "nouns-u\n")
        let limits = try Tug.run("inspect -f '{{.HostConfig.Memory}} {{.HostConfig.PidsLimit}}' nouns-u")
        #expect(limits.out == "67108864 50\n")
    }

    @Test("the disk's four kinds are listed, and bytes pass through dial-stdio both ways")
    func disk() throws {
        let kinds = try Tug.run("system df --format '{{.Type}}'")
        #expect(kinds.out == "Images\nContainers\nLocal Volumes\nBuild Cache\n")
        #expect(try Tug.run("system df -v").out.contains("Local Volumes space usage:"))
        let question = "GET /_ping HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        let answer = try Tug.run("system dial-stdio", input: question)
        #expect(answer.out.hasPrefix("HTTP/1.1 200 OK") && answer.out.hasSuffix("OK"), "\(answer)")
        #expect(answer.status == 0)
    }
}
