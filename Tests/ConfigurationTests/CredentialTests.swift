import Foundation
import Testing

@testable import Configuration

@Suite("Credentials of registries are found where they are kept, and only for whom they are")
struct CredentialTests {
    private let folder = NSTemporaryDirectory() + "tug-credentials-\(UUID().uuidString)"

    private func stores(_ config: String, _ environment: [String: String] = [:]) throws -> CredentialStores {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
        return CredentialStores(
            config: ConfigFile(path: folder + "/config.json"),
            environment: Environment(["PATH": "relative:\(folder):/usr/bin:/bin"].merging(environment) { $1 }))
    }

    private func helper(_ name: String, _ script: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = "\(folder)/docker-credential-\(name)"
        try ("#!/bin/sh\n" + script).write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    @Test("base64 is read with and without padding, and anything else is refused")
    func base64() {
        #expect(Base64.decode("dXNlcjpwYXNz") == Array("user:pass".utf8))
        #expect(Base64.decode("YTpi") == Array("a:b".utf8))
        #expect(Base64.decode("YTpiYw==") == Array("a:bc".utf8))
        #expect(Base64.decode("YTpiYw") == Array("a:bc".utf8))
        #expect(Base64.decode("") == [])
        for bad in ["Y", "YT=pi", "YTpi====", "YT pi", "é"] { #expect(Base64.decode(bad) == nil, "\(bad)") }
    }

    @Test("what is written in URL-safe base64 keeps its padding and avoids the standard alphabet's two odd characters")
    func urlSafe() {
        #expect(Base64.urlSafe(Array("{}".utf8)) == RegistryCredentials.anonymousHeader)
        #expect(Base64.urlSafe([0xfb, 0xff]) == "-_8=")
        #expect(Base64.urlSafe([]) == "")
        #expect(Base64.urlSafe([0xff]) == "_w==")
    }

    @Test("an entry of auths is found by its key, or by the host in another key")
    func auths() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let stores = try stores(
            """
            {"auths":{"https://index.docker.io/v1/":{"auth":"dXNlcjpwYTpzcw=="},"https://reg.example/v2/":{"auth":"YTpi"},
            "token.example":{"auth":"YTpi","identitytoken":"t"},"empty.example":{},"broken.example":{"auth":"?"}}}
            """)
        let hub = try #require(try stores.credentials(for: RegistryCredentials.key(ofDomain: "docker.io")))
        #expect(hub.username == "user" && hub.password == "pa:ss")
        #expect(hub.serverAddress == "https://index.docker.io/v1/")
        #expect(try stores.credentials(for: "reg.example")?.password == "b")
        #expect(try stores.credentials(for: "token.example")?.password == "")
        #expect(try stores.credentials(for: "token.example")?.identityToken == "t")
        for absent in ["empty.example", "broken.example", "example", "reg.example.evil"] {
            #expect(try stores.credentials(for: absent) == nil, "\(absent)")
        }
    }

    @Test(
        "the environment comes before all, and a helper before auths; a helper of one registry before the general one")
    func order() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try helper("one", "cat >/dev/null; echo '{\"Username\":\"one\",\"Secret\":\"s\"}'")
        try helper("all", "cat >/dev/null; echo '{\"Username\":\"<token>\",\"Secret\":\"s\"}'")
        let config = #"{"auths":{"a":{"auth":"YTpi"}},"credsStore":"all","credHelpers":{"b":"one"}}"#
        let plain = try stores(config)
        #expect(try plain.credentials(for: "b")?.username == "one")
        #expect(try plain.credentials(for: "a")?.identityToken == "s")
        let set = try stores(config, ["DOCKER_AUTH_CONFIG": #"{"auths":{"b":{"auth":"YTpi"}}}"#])
        #expect(try set.credentials(for: "b")?.username == "a")
    }

    @Test("a helper is asked with the server on its input, and its not found is no error")
    func asking() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try helper("echo", #"read -r server; echo "{\"Username\":\"$1\",\"Secret\":\"$server\"}""#)
        try helper("none", "echo credentials not found in native keychain; exit 1")
        let found = try stores(#"{"credsStore":"echo"}"#).credentials(for: "reg.example:5000")
        #expect(found?.username == "get" && found?.password == "reg.example:5000")
        #expect(try stores(#"{"credsStore":"none"}"#).credentials(for: "reg.example") == nil)
    }

    @Test(
        "a helper that fails, talks nonsense or never stops is an error that names it, and one with a path never runs")
    func badHelpers() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try helper("fails", "exit 3")
        try helper("garbage", "echo hello")
        try helper("floods", "exec yes")
        let cases: [(String, CredentialError)] = [
            ("fails", .helperFailed("docker-credential-fails")),
            ("garbage", .helperUnreadable("docker-credential-garbage")),
            ("floods", .helperUnreadable("docker-credential-floods")),
            ("absent", .helperMissing("docker-credential-absent")), ("../fails", .badHelperName("../fails")),
            ("a\\nb", .badHelperName("a\nb")),
        ]
        for (name, error) in cases {
            let stores = try stores("{\"credsStore\":\"\(name)\"}")
            #expect(throws: error) { try stores.credentials(for: "reg.example") }
        }
    }
}
