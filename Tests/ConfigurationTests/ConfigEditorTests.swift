import Foundation
import JSON
import Testing

@testable import Configuration

@Suite("config.json is changed without losing anything")
struct ConfigEditorTests {
    /// A folder of its own with a `config.json` in it, gone at the end.
    final class Folder {
        let path = NSTemporaryDirectory() + "config-tests-\(UUID().uuidString)"
        var file: String { path + "/config.json" }
        var editor: ConfigEditor { ConfigEditor(ConfigFolder(flag: path, Environment([:]))) }
        var stores: CredentialStores {
            CredentialStores(config: ConfigFile(path: file), environment: Environment(["PATH": path]))
        }

        init(_ text: String? = nil) throws {
            guard let text else { return }
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try text.write(toFile: file, atomically: false, encoding: .utf8)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

        func mode(_ path: String) throws -> Int {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            return try #require(mode as? Int)
        }

        /// Puts a credential helper of this name into the folder, which is on its `PATH`.
        func helper(_ name: String, _ script: String) throws {
            let path = "\(path)/docker-credential-\(name)"
            try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
    }

    private func login(_ user: String, token: String = "") -> RegistryCredentials {
        var credentials = RegistryCredentials()
        credentials.username = user
        credentials.password = token.isEmpty ? "secret" : ""
        credentials.identityToken = token
        return credentials
    }

    @Test("unknown keys, big numbers and the spelling of strings are kept; the rest is indented with tabs")
    func kept() throws {
        let folder = try Folder(
            #"{"big": 12345678901234567890123, "list":[1.0, 2e5,{}], "é":"\u00e9", "auths":{"old":{"auth":"YTpi","x":1}}}"#
        )
        #expect(try folder.stores.save(login("ada"), for: "example.com", with: folder.editor))
        #expect(
            try folder.text() == """
                {
                \t"big": 12345678901234567890123,
                \t"list": [
                \t\t1.0,
                \t\t2e5,
                \t\t{}
                \t],
                \t"é": "\\u00e9",
                \t"auths": {
                \t\t"old": {
                \t\t\t"auth": "YTpi",
                \t\t\t"x": 1
                \t\t},
                \t\t"example.com": {
                \t\t\t"auth": "YWRhOnNlY3JldA=="
                \t\t}
                \t}
                }
                """)
        try folder.stores.erase(["old", "example.com"], with: folder.editor)
        #expect(try folder.text().contains("\"auths\": {}"))
    }

    @Test("a new file is its owner's alone, and so is the folder")
    func new() throws {
        let folder = try Folder()
        _ = try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        #expect(try folder.mode(folder.file) == 0o600)
        #expect(try folder.mode(folder.path) == 0o700)
        #expect(!folder.editor.isReadByOthers)
    }

    @Test("a file that is there keeps its mode")
    func mode() throws {
        let folder = try Folder("{}")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.file)
        _ = try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        #expect(try folder.mode(folder.file) == 0o644)
        #expect(folder.editor.isReadByOthers)
    }

    @Test("a file that is no JSON object is never overwritten", arguments: ["{\"auths\":", "[]", "nonsense", "\"x\""])
    func broken(_ text: String) throws {
        let folder = try Folder(text)
        #expect(throws: ConfigWriteError.self) { try folder.editor.check() }
        #expect(throws: ConfigWriteError.self) {
            try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        }
        #expect(try folder.text() == text)
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path)).isSubset(of: [
                "config.json", "config.json.lock",
            ]))
    }

    @Test("what is no file is refused, a FIFO without waiting")
    func special() throws {
        let folder = try Folder("{}")
        try FileManager.default.removeItem(atPath: folder.file)
        #expect(mkfifo(folder.file, 0o600) == 0)
        #expect(throws: ConfigWriteError.self) { try folder.editor.check() }
    }

    @Test("a link is followed and stays one; one that leads to nothing is refused")
    func links() throws {
        let folder = try Folder("{}")
        let real = folder.path + "/real.json"
        try FileManager.default.moveItem(atPath: folder.file, toPath: real)
        try FileManager.default.createSymbolicLink(atPath: folder.file, withDestinationPath: "real.json")
        _ = try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file) == "real.json")
        #expect(try String(contentsOfFile: real, encoding: .utf8).contains("example.com"))
        try FileManager.default.removeItem(atPath: real)
        #expect(throws: ConfigWriteError.self) {
            try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        }
        #expect(!FileManager.default.fileExists(atPath: real))
    }

    @Test("logins at the same time are all kept")
    func parallel() throws {
        let folder = try Folder("{\"x\":1}")
        let (editor, path, ada) = (folder.editor, folder.file, login("ada"))
        DispatchQueue.concurrentPerform(iterations: 20) { index in
            let stores = CredentialStores(config: ConfigFile(path: path), environment: Environment([:]))
            _ = try? stores.save(ada, for: "host\(index)", with: editor)
        }
        let auths = ConfigFile(path: folder.file).value("auths")
        #expect(Set(auths?.members.map(\.key) ?? []) == Set((0..<20).map { "host\($0)" }))
    }

    @Test("an identity token takes the password's place")
    func token() throws {
        let folder = try Folder("{}")
        _ = try folder.stores.save(login("ada", token: "T"), for: "example.com", with: folder.editor)
        let found = try folder.stores.credentials(for: "example.com")
        #expect(found?.identityToken == "T" && found?.username == "ada" && found?.password == "")
    }

    @Test("a helper keeps the password on its stdin, the file only a mark; logging out takes both away")
    func helper() throws {
        let folder = try Folder(#"{"credHelpers":{"example.com":"probe"}}"#)
        try folder.helper("probe", "echo \"$1 $(/bin/cat)\" >> \(folder.path)/said")
        #expect(try !folder.stores.save(login("ada"), for: "example.com", with: folder.editor))
        #expect(ConfigFile(path: folder.file).value("auths")?["example.com"]?.members.isEmpty == true)
        #expect(try !folder.text().contains("YWRh"))
        try folder.stores.erase(["example.com", "https://example.com"], with: folder.editor)
        #expect(ConfigFile(path: folder.file).value("auths")?["example.com"] == nil)
        let said = try String(contentsOfFile: folder.path + "/said", encoding: .utf8)
        #expect(
            said == """
                store {"ServerURL":"example.com","Username":"ada","Secret":"secret"}
                erase example.com

                """)
    }

    @Test("a helper that is missing is known before anything is sent; one that fails leaves the file alone")
    func badHelper() throws {
        let folder = try Folder(#"{"credsStore":"absent","credHelpers":{"example.com":"probe"}}"#)
        #expect(throws: CredentialError.helperMissing("docker-credential-absent")) {
            try folder.stores.checkPlace(for: "other.com")
        }
        try folder.helper("probe", "exit 1")
        let before = try folder.text()
        #expect(throws: CredentialError.helperFailed("docker-credential-probe")) {
            try folder.stores.save(login("ada"), for: "example.com", with: folder.editor)
        }
        #expect(try folder.text() == before)
    }

    @Test("a file without any login takes the helper that is installed")
    func defaultHelper() throws {
        let folder = try Folder("{}")
        try folder.helper("secretservice", "exit 0")
        #expect(try !folder.stores.save(login("ada"), for: "example.com", with: folder.editor))
        #expect(ConfigFile(path: folder.file).text("credsStore") == "secretservice")
    }

    @Test(
        "of a server's address only the host counts, and Docker Hub has a key of its own",
        arguments: [
            ("example.com", "example.com"), ("https://example.com:5000/v2/", "example.com:5000"),
            ("http://example.com/", "example.com"), ("docker.io", "https://index.docker.io/v1/"),
            ("https://index.docker.io/v1/", "https://index.docker.io/v1/"),
        ])
    func keys(_ typed: String, _ key: String) {
        #expect(RegistryCredentials.key(ofServer: typed) == key)
    }
}
