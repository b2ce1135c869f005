import Foundation
import Testing

@Suite("Images come from a real registry", .serialized)
struct RegistryTests {
    /// Puts busybox into the registry under these tags and forgets the names here.
    private func push(_ tags: [String], to registry: Registry, config: String = "/nonexistent") throws {
        for tag in tags {
            let name = "\(registry.address)/team/box:\(tag)"
            let pushed = try Tug.shell(
                "docker tag busybox \(name) && docker push -q \(name) && docker rmi \(name)",
                environment: ["DOCKER_CONFIG": config])
            #expect(pushed.status == 0, "\(pushed.err)")
        }
    }

    @Test("a pull prints what docker prints, and the image is there with its digest")
    func pull() throws {
        let registry = try Registry()
        try push(["one", "latest"], to: registry)
        let name = "\(registry.address)/team/box"
        defer { _ = try? Tug.run("rmi -f \(name):one \(name):latest") }
        let expected = try Tug.shell("docker pull \(name):one && docker rmi \(name):one >/dev/null")
        let pulled = try Tug.run("pull \(name):one")
        #expect(pulled.out == expected.out)
        #expect(pulled.out.contains("\nDigest: sha256:") && pulled.out.hasSuffix("\n\(name):one\n"))
        #expect(pulled.err == "" && pulled.status == 0)

        let listed = try Tug.run("images --format '{{.Tag}} {{.Digest}}' \(name)").out
        let digest = try #require(listed.split(separator: " ").last.map { $0.dropLast() })
        #expect(pulled.out.contains("Digest: \(digest)\n"))

        let byDigest = try Tug.run("pull -q \(name)@\(digest)")
        #expect(byDigest.out == "\(name)@\(digest)\n")
        let untagged = try Tug.run("pull \(name)")
        #expect(untagged.out.hasPrefix("Using default tag: latest\nlatest: Pulling from team/box\n"))
        #expect(untagged.out.hasSuffix("\n\(name):latest\n"))
    }

    @Test("all tags come with one pull")
    func allTags() throws {
        let registry = try Registry()
        try push(["one", "two"], to: registry)
        let name = "\(registry.address)/team/box"
        defer { _ = try? Tug.run("rmi -f \(name):one \(name):two") }
        let quiet = try Tug.run("pull -aq \(name)")
        #expect(quiet.out == "\(name)\n")
        let listed = try Tug.run("images --format '{{.Tag}}' \(name)").out
        #expect(listed.split(separator: "\n").sorted() == ["one", "two"])
    }

    @Test("a tag that is not there is the engine's error")
    func absent() throws {
        let registry = try Registry()
        let pulled = try Tug.run("pull \(registry.address)/team/box:absent")
        #expect(pulled.status == 1)
        #expect(pulled.err.hasPrefix("Error response from daemon: "))
    }

    @Test("credentials reach the registry from config.json and from a helper, and nothing else opens it")
    func credentials() throws {
        let registry = try Registry(asksForPassword: true)
        let config = try registry.config("{\"auths\":{\"\(registry.address)\":{\"auth\":\"dHVnOnNlY3JldA==\"}}}")
        try push(["one"], to: registry, config: config)
        let name = "\(registry.address)/team/box:one"
        defer { _ = try? Tug.run("rmi -f \(name)") }

        let stranger = try Tug.run("pull -q \(name)")
        #expect(stranger.status == 1 && stranger.out == "")
        #expect(stranger.err.contains("no basic auth credentials"))

        let known = try Tug.run("pull -q \(name)", environment: ["DOCKER_CONFIG": config])
        #expect(known.out == "\(name)\n" && known.err == "")

        let helper = registry.folder + "/docker-credential-probe"
        let script = """
            #!/bin/sh
            [ "$1" = get ] && [ "$(cat)" = "\(registry.address)" ] || exit 1
            echo '{"ServerURL":"x","Username":"tug","Secret":"secret"}'
            """
        try script.write(toFile: helper, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: helper)
        let path = "\(registry.folder):/usr/bin:/bin"
        let helped = try Tug.run(
            "pull -q \(name)",
            environment: ["DOCKER_CONFIG": try registry.config("{\"credsStore\":\"probe\"}"), "PATH": path])
        #expect(helped.out == "\(name)\n" && helped.err == "")

        let missing = try Tug.run(
            "pull -q \(name)", environment: ["DOCKER_CONFIG": try registry.config("{\"credsStore\":\"absent\"}")])
        #expect(missing.status == 1)
        #expect(
            missing.err.hasPrefix("WARNING: the credential helper docker-credential-absent is not on PATH; asking "))
    }
}
