import Foundation

/// A request as it went over the wire.
struct Sent: Sendable {
    var method: String
    var target: Target
    var headers: [String]
    var body: [UInt8]

    /// `POST /containers/create?name=x`
    var line: String { "\(method) \(target.text)" }
    var isNegotiation: Bool { target.version == nil && (target.path == "/_ping" || target.path == "/version") }
    var isUpgrade: Bool { headers.contains { $0.lowercased() == "upgrade: tcp" } }

    init?(head: String) {
        let lines = head.components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3 else { return nil }
        method = String(words[0])
        target = Target(String(words[1]))
        headers = Array(lines.dropFirst())
        body = []
    }

    func header(_ name: String) -> String? {
        let prefix = name.lowercased() + ": "
        return headers.first { $0.lowercased().hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
    }
}

/// What an engine of the tests was asked, in order.
final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var requests: [Sent] = []

    var all: [Sent] { lock.withLock { requests } }

    /// - Returns: the request's number, for `append`.
    func note(_ request: Sent) -> Int {
        lock.withLock {
            requests.append(request)
            return requests.count - 1
        }
    }

    /// More of a request's body.
    func append(_ bytes: some Sequence<UInt8>, to number: Int) {
        lock.withLock { requests[number].body += bytes }
    }
}
