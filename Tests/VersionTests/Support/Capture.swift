import Foundation

/// One answer of a real engine, as it was recorded.
struct Capture: Sendable {
    var method: String
    /// Without the version.
    var path: String
    var query: [String: String]
    var status: Int
    /// The status line and the headers, without those that frame the body: bodies are recorded decoded.
    var head: [String]
    var body: [UInt8]

    /// All that was recorded of an engine, by the name of the file.
    static func all(of engine: String) throws -> [String: Capture] {
        let folder = Files.folder.appendingPathComponent("Fixtures/\(engine)")
        var captures: [String: Capture] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            captures[file.deletingPathExtension().lastPathComponent] = Capture([UInt8](try Data(contentsOf: file)))
        }
        return captures
    }

}

extension Capture {
    init?(_ bytes: [UInt8]) {
        guard let lineEnd = bytes.firstIndex(of: 10) else { return nil }
        let words = String(decoding: bytes[..<lineEnd], as: UTF8.self).split(separator: " ")
        guard words.count >= 3 else { return nil }
        let target = Target(String(words[2]))
        var rest = bytes[(lineEnd + 1)...]
        var head: [String] = []
        repeat {
            guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            head = String(decoding: rest[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            rest = rest[end.upperBound...]
        } while head[0].contains(" 100 ")
        guard let status = head[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        let isFramed = status == 101 || rest.first.map { $0 < 3 } == true
        let framing = ["content-length", "transfer-encoding", "connection", "upgrade"]
        self.init(
            method: String(words[1]), path: target.path, query: target.query, status: status,
            head: head.filter { line in !framing.contains { line.lowercased().hasPrefix($0 + ":") } },
            // The recorder ended each file with a newline of its own.
            body: isFramed ? Array(rest) : Array(rest.last == 10 ? rest.dropLast() : rest))
    }
}

/// Where the tests keep their data.
enum Files {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
}

/// Path and query of a request, taken apart.
struct Target: Sendable {
    /// `1.24` of `/v1.24/…`; nil without a version.
    var version: String?
    var path: String
    var query: [String: String] = [:]
    /// Without the version, the percent-encoding undone.
    var text: String

    init(_ target: String) {
        var text = target
        if let found = text.firstRange(of: #/^/v[0-9]+\.[0-9]+/#) {
            version = String(text[found].dropFirst(2))
            text.removeSubrange(found)
        }
        self.text = text.removingPercentEncoding ?? text
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts.first.map { String($0).removingPercentEncoding ?? String($0) } ?? ""
        for pair in parts.dropFirst().first?.split(separator: "&") ?? [] {
            let sides = pair.split(separator: "=", maxSplits: 1).map {
                String($0).removingPercentEncoding ?? String($0)
            }
            if let name = sides.first { query[name] = sides.count > 1 ? sides[1] : "" }
        }
    }
}
