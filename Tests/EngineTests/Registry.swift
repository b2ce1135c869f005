import Foundation
import Testing

/// A registry of its own for one test, on a free port of the loopback, gone with the object.
final class Registry {
    /// `127.0.0.1:PORT`
    let address: String
    /// For configuration files of clients.
    let folder: String
    private let process: Process

    /// The password of the user `tug` is `secret`.
    private static let passwords = "tug:$2y$05$oISBH4Wl3jYXBGrvE6g9pu.kkIqv3gbsNkl.vwJHmYo/BdFONQEx2\n"

    init(asksForPassword: Bool = false) throws {
        folder = NSTemporaryDirectory() + "tug-registry-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.passwords.write(toFile: folder + "/passwords", atomically: true, encoding: .utf8)
        let auth = asksForPassword ? "auth: {htpasswd: {realm: tug, path: \(folder)/passwords}}\n" : ""
        let settings = """
            version: 0.1
            storage: {filesystem: {rootdirectory: \(folder)/data}}
            http: {addr: "127.0.0.1:0"}
            \(auth)
            """
        try settings.write(toFile: folder + "/settings.yml", atomically: true, encoding: .utf8)
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/docker-registry")
        process.arguments = ["serve", folder + "/settings.yml"]
        let log = folder + "/log"
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        process.standardOutput = FileHandle(forWritingAtPath: log)
        process.standardError = process.standardOutput
        try process.run()
        var port: Substring?
        for _ in 0..<100 where port == nil {
            let text = try String(contentsOfFile: log, encoding: .utf8)
            port = text.range(of: "listening on 127.0.0.1:").map { text[$0.upperBound...].prefix { $0.isNumber } }
            if port == nil { Thread.sleep(forTimeInterval: 0.1) }
        }
        address = "127.0.0.1:\(try #require(port, "docker-registry does not start"))"
    }

    /// Writes a client's `config.json` and returns its folder, for `DOCKER_CONFIG`.
    func config(_ json: String) throws -> String {
        let path = folder + "/config-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try json.write(toFile: path + "/config.json", atomically: true, encoding: .utf8)
        return path
    }

    deinit {
        process.terminate()
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: folder)
    }
}
