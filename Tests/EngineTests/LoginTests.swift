import Foundation
import Testing

@Suite("Logins at a real registry, and pushes to it", .serialized)
struct LoginTests {
    private func login(_ registry: Registry, _ config: String, password: String = "secret") throws -> Tug.Result {
        try Tug.run(
            "login -u tug --password-stdin \(registry.address)", input: password + "\n",
            environment: ["DOCKER_CONFIG": config])
    }

    @Test("a login is tried, kept, used by a push, and forgotten")
    func whole() throws {
        let registry = try Registry(asksForPassword: true)
        let config = registry.folder + "/new"
        let name = "\(registry.address)/team/login"
        defer { _ = try? Tug.shell("docker rmi -f \(name):1 \(name):2") }
        _ = try Tug.shell("docker tag busybox \(name):1; docker tag busybox \(name):2")

        let stranger = try Tug.run("push \(name):1", environment: ["DOCKER_CONFIG": config])
        #expect(stranger.status == 1 && stranger.err == "tug: no basic auth credentials\n")

        let wrong = try login(registry, config, password: "wrong")
        #expect(wrong.status == 1 && wrong.out == "" && wrong.err.contains("401 Unauthorized"))
        #expect(!FileManager.default.fileExists(atPath: config + "/config.json"))

        let right = try login(registry, config)
        #expect(right.status == 0 && right.out == "Login Succeeded\n")
        #expect(right.err.hasPrefix("WARNING: the credentials are in \(config)/config.json, not encrypted"))
        #expect(try Tug.shell("stat -c %a \(config) \(config)/config.json").out == "700\n600\n")

        let pushed = try Tug.run("push \(name):1", environment: ["DOCKER_CONFIG": config])
        #expect(pushed.out.hasPrefix("The push refers to repository [\(name)]\n"))
        #expect(pushed.out.contains("\n1: digest: sha256:") && pushed.err == "" && pushed.status == 0)
        let all = try Tug.run("push -aq \(name)", environment: ["DOCKER_CONFIG": config])
        #expect(all.out == "\(name)\n")

        let again = try Tug.run("login \(registry.address)", environment: ["DOCKER_CONFIG": config])
        #expect(again.out == "Login Succeeded\n")

        let left = try Tug.run("logout \(registry.address)", environment: ["DOCKER_CONFIG": config])
        #expect(left.out == "Removing login credentials for \(registry.address)\n" && left.err == "")
        #expect(try Tug.run("push \(name):2", environment: ["DOCKER_CONFIG": config]).status == 1)
    }

    @Test("a registry that asks for nothing takes a push without a login")
    func open() throws {
        let registry = try Registry()
        let name = "\(registry.address)/team/open:1"
        defer { _ = try? Tug.shell("docker rmi -f \(name)") }
        _ = try Tug.shell("docker tag busybox \(name)")
        let pushed = try Tug.run("push -q \(name)", environment: ["DOCKER_CONFIG": "/nonexistent"])
        #expect(pushed.out == "\(name)\n" && pushed.err == "")
    }

    @Test("twenty logins at once are all kept, and so is what was there")
    func parallel() throws {
        let registry = try Registry(asksForPassword: true)
        let config = try registry.config("{\"unknown\": 12345678901234567890123}")
        // Names of the same registry that are keys of their own.
        let names = (0..<20).map { number in
            String(
                "localhost".enumerated().map {
                    number >> $0.offset & 1 == 1 ? Character($0.element.uppercased()) : $0.element
                })
        }
        let port = registry.address.drop { $0 != ":" }
        let result = try Tug.shell(
            """
            printf '%s\\n' \(names.joined(separator: " ")) | xargs -P 20 -I NAME sh -c \
                'echo secret | "$TUG" login -u tug --password-stdin NAME\(port) >/dev/null 2>&1' || echo failed
            grep -ic '"localhost.*": {' \(config)/config.json; grep unknown \(config)/config.json
            """, environment: ["DOCKER_CONFIG": config])
        #expect(result.out == "20\n\t\"unknown\": 12345678901234567890123,\n")
    }

    @Test("a broken configuration is left alone, and the password stays here")
    func broken() throws {
        let registry = try Registry(asksForPassword: true)
        let config = try registry.config("{\"auths\": ")
        let result = try login(registry, config)
        #expect(result.status == 1 && result.err.contains("is left as it is"))
        #expect(try String(contentsOfFile: config + "/config.json", encoding: .utf8) == "{\"auths\": ")
        #expect(try !String(contentsOfFile: registry.folder + "/log", encoding: .utf8).contains("/v2/"))
    }

    @Test("a missing helper is told before the password goes out")
    func helper() throws {
        let registry = try Registry(asksForPassword: true)
        let config = try registry.config("{\"credsStore\": \"absent\"}")
        let result = try login(registry, config)
        #expect(result.err == "tug: the credential helper docker-credential-absent is not on PATH\n")
        #expect(try !String(contentsOfFile: registry.folder + "/log", encoding: .utf8).contains("/v2/"))
    }

    @Test("a password that is no UTF-8 is refused")
    func bytes() throws {
        let result = try Tug.shell(
            "printf '\\377\\n' | \"$TUG\" login -u tug --password-stdin 127.0.0.1:1",
            environment: ["DOCKER_CONFIG": "/nonexistent"])
        #expect(result.status == 1 && result.err == "tug: the password is not UTF-8\n")
    }
}
