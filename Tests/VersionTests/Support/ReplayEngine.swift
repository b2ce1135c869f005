import Foundation
import Transport

/// An engine made of what a real one was recorded to answer, with that one's manners: which versions it refuses and
/// how, which form of filters it reads, which errors are plain text.
///
/// Changes are answered as that engine did, and forgotten: one container can be made, started and waited for.
final class ReplayEngine: TestEngine, @unchecked Sendable {
    /// The release that was recorded: `1.9.1`.
    let release: String
    /// The version that it says it speaks: the release's own, or one for which no engine was recorded.
    let version: String
    let log = Log()
    private let own: String
    private let captures: [String: Capture]
    /// Answers of the test's own, by request; each is given once.
    private var scripted: [Row.Answer]
    private let state = NSCondition()
    private var isStarted = false
    private var lastBody = ""
    /// Streams stay open until somebody leaves them with these keys.
    private let detachKeys: [UInt8]
    /// Whether a pull or a push comes to an end; otherwise it goes on until the client leaves.
    private let endsTransfers: Bool
    /// What was left with the keys: the names of its events.
    private var left: [String] = []

    init(version: String, scripted: [Row.Answer] = [], detachKeys: [UInt8] = [], endsTransfers: Bool = true) throws {
        self.version = version
        self.scripted = scripted
        self.detachKeys = detachKeys
        self.endsTransfers = endsTransfers
        (release, own) = Self.release(of: version)
        captures = try Capture.all(of: release)
    }

    /// The recorded engine whose manners those of an API version are nearest to, and its own version.
    static func release(of version: String) -> (String, String) {
        switch Int(version.split(separator: ".").last ?? "") ?? 0 {
        case ...20: ("1.6.2", "1.18")
        case 21...22: ("1.9.1", "1.21")
        case 23...24: ("1.12.6", "1.24")
        case 25...39: ("1.13.0", "1.25")
        case 40...51: ("20.10.24", "1.41")
        default: ("29.7.2", "1.55")
        }
    }

    private var minor: Int { Int(version.split(separator: ".").last ?? "") ?? 0 }

    func serve(_ socket: Int32) {
        defer { close(socket) }
        var peer = Peer(socket)
        while let head = peer.head() {
            guard var request = Sent(head: head) else { return }
            request.body = peer.body(of: request)
            let number = log.note(request)
            if answer(request, &peer, number) { return log.append(peer.buffer, to: number) }
        }
    }

    /// Whether the connection ends with this answer.
    private func answer(_ request: Sent, _ peer: inout Peer, _ number: Int) -> Bool {
        let isExec = request.target.path.hasPrefix("/exec/")
        if let answer = state.withLock({ scripted.take(for: request) }) {
            if answer.status == 0 { return true }
            if request.isUpgrade, answer.status == 101 { return stream(answer.body, isExec: isExec, &peer, number) }
            peer.answer(answer.head, answer.body, bodiless: request.method == "HEAD")
            return false
        }
        if let refusal = refusal(of: request.target.version) { return send(refusal, request, &peer) }
        if request.isUpgrade { return stream(nil, isExec: isExec, &peer, number) }
        if !endsTransfers, request.target.path == "/images/create" || request.target.path.hasSuffix("/push") {
            let message = "{\"status\":\"on its way\"}\r\n"
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            peer.write(Array("\(head)\(String(message.utf8.count, radix: 16))\r\n\(message)\r\n".utf8))
            while peer.more() {}
            return true
        }
        state.withLock {
            if request.method == "POST", !request.body.isEmpty {
                lastBody = String(decoding: request.body, as: UTF8.self)
            }
            if request.method == "POST", request.target.path.hasSuffix("/start") { isStarted = true }
            state.broadcast()
        }
        return send(capture(for: request), request, &peer)
    }

    private func send(_ capture: Capture, _ request: Sent, _ peer: inout Peer) -> Bool {
        var body = capture.body
        var head = capture.head
        if request.target.path == "/version" || request.target.path == "/_ping" {
            let text = String(decoding: body, as: UTF8.self)
            body = Array(text.replacing("\"ApiVersion\":\"\(own)\"", with: "\"ApiVersion\":\"\(version)\"").utf8)
        }
        head = head.map { $0.lowercased().hasPrefix("api-version:") ? "Api-Version: \(version)" : $0 }
        peer.answer(head, body, bodiless: request.method == "HEAD")
        return false
    }

    /// A stream that was taken over says one line once its program has been started, and ends.
    private func stream(_ body: [UInt8]?, isExec: Bool, _ peer: inout Peer, _ number: Int) -> Bool {
        peer.write(Array("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n".utf8))
        state.withLock {
            let waitsForStart = log.all.contains { $0.target.path == "/containers/create" }
            while waitsForStart, !isStarted { state.wait() }
        }
        // A program that reads does so to the end of its input.
        if isExec, detachKeys.isEmpty, state.withLock({ lastBody.contains("\"AttachStdin\":true") }) {
            while peer.more() {}
            log.append(peer.buffer, to: number)
            peer.buffer = []
        }
        if !detachKeys.isEmpty { return wait(for: isExec, &peer) }
        peer.write(body ?? ([1, 0, 0, 0, 0, 0, 0, 3] + Array("hi\n".utf8)))
        shutdown(peer.socket, Int32(SHUT_WR))
        while peer.more() {}
        return true
    }

    /// Engines from 1.24 make an event of the keys; from 1.38 on they are an error for a program in a container.
    private func wait(for isExec: Bool, _ peer: inout Peer) -> Bool {
        while peer.buffer.firstRange(of: detachKeys) == nil { if !peer.more() { return true } }
        if isExec, minor >= 38 {
            peer.write(Array("exec attach failed: error on attach stdin: read escape sequence\r\n".utf8))
        } else if minor >= 24 {
            state.withLock { left.append(isExec ? "exec_detach" : "detach") }
        }
        shutdown(peer.socket, Int32(SHUT_WR))
        while peer.more() {}
        return true
    }

    private func refusal(of asked: String?) -> Capture? {
        guard let asked, let asks = Int(asked.split(separator: ".").last ?? ""), asks > minor || asked.hasPrefix("9.")
        else { return nil }
        guard var refusal = captures["version-too-new"], refusal.status >= 400 else { return nil }
        let text = String(decoding: refusal.body, as: UTF8.self)
        refusal.body = Array(text.replacing("9.99", with: asked).replacing(own, with: version).utf8)
        return refusal
    }

    private func capture(for request: Sent) -> Capture {
        if let form = refusedFilterForm(request) { return form }
        let path = request.target.path
        if path == "/version" { return named("version") }
        if let answer = change(request) { return answer }
        let same = captures.sorted { $0.key < $1.key }.map(\.value).filter {
            $0.method == request.method && $0.path == path
        }
        if let exact = same.first(where: { $0.query == request.target.query }) { return exact }
        if let answer = object(request) { return answer }
        // What an engine does not know of a query it ignores.
        if let plain = same.min(by: { ($0.query.count, $0.status) < ($1.query.count, $1.status) }) { return plain }
        return named("unknown-endpoint")
    }

    /// Before 1.22 filters are lists; a map is an error.
    private func refusedFilterForm(_ request: Sent) -> Capture? {
        guard minor < 22, let filters = request.target.query["filters"], filters.contains(":{") else { return nil }
        return named("images-filter-reference")
    }

    private func object(_ request: Sent) -> Capture? {
        let parts = request.target.path.split(separator: "/").map(String.init)
        guard parts.count >= 2 else { return nil }
        let isMissing = parts[1] == "nosuch"
        switch (request.method, parts[0], parts.count > 2 ? parts[2] : "") {
        case ("GET", "containers", "json"):
            return isMissing
                ? named("inspect-404") : named(request.target.query["size"] == nil ? "inspect" : "inspect-size")
        case ("GET", "images", "json"): return isMissing ? named("inspect-404") : named("image")
        case ("GET", "images", "history"): return named("history")
        case ("GET", "containers", "top"): return named("top")
        case ("GET", "containers", "changes"): return named("changes")
        case ("GET", "containers", "logs"): return named("logs")
        case ("GET", "containers", "stats"): return named("stats")
        case ("GET", "exec", "json"): return named("exec-inspect")
        case (_, "containers", _) where isMissing: return named("delete-404")
        default: return nil
        }
    }

    private func change(_ request: Sent) -> Capture? {
        let parts = request.target.path.split(separator: "/").map(String.init)
        let isMissing = parts.count > 1 && parts[1] == "nosuch"
        switch (request.method, parts.first ?? "", parts.last ?? "") {
        case ("POST", "containers", "create"):
            return String(decoding: request.body, as: UTF8.self).contains("nosuch")
                ? named("create-noimage") : named("create-newfields")
        case ("POST", "containers", "start")
        where release == "1.6.2" && lastBody.contains("\"NetworkMode\":\"default\""):
            return plain(500, "invalid network mode: default")
        case ("POST", "containers", let verb)
        where ["start", "stop", "kill", "restart", "pause", "unpause", "rename", "resize"].contains(verb) && !isMissing:
            return plain(204, "")
        case ("POST", "containers", "wait") where !isMissing: return json("{\"StatusCode\":0}")
        case ("GET", "events", _) where request.target.query["filters"]?.contains("\"container\"") == true:
            return json(lastOfContainer())
        case ("GET", "events", _) where !detachKeys.isEmpty:
            let event = "{\"Type\":\"container\",\"Action\":\"…\",\"Actor\":{\"ID\":\"h0\"},\"time\":1795423362}\n"
            return json(state.withLock { left.map { event.replacing("…", with: $0) }.joined() })
        case ("POST", "containers", "exec"): return named("exec-create2")
        case ("POST", "containers", "update"): return named("update")
        case ("POST", "containers", "copy"): return named("copy")
        case ("POST", "images", "tag"):
            return minor < 22 && request.target.query["force"] == nil
                ? plain(409, "Conflict: Tag is already set; use -f") : named("tag-force")
        case ("DELETE", "containers", _) where !isMissing: return plain(204, "")
        case ("DELETE", "images", _): return named("untag")
        default: return nil
        }
    }

    /// The events of the container that was made here, up to its end.
    private func lastOfContainer() -> String {
        state.withLock { while !isStarted { state.wait() } }
        let id = log.all.last { $0.target.path.hasSuffix("/start") }?.target.path.split(separator: "/").dropFirst()
            .first
        let actor = "\"Actor\":{\"ID\":\"\(id ?? "")\",\"Attributes\":{\"exitCode\":\"0\"}}"
        return ["die", "destroy"].map {
            "{\"Type\":\"container\",\"Action\":\"\($0)\",\"status\":\"\($0)\",\"id\":\"\(id ?? "")\",\(actor)}\n"
        }
        .joined()
    }

    private func named(_ name: String) -> Capture { captures[name] ?? plain(404, "404 page not found") }

    private func plain(_ status: Int, _ text: String) -> Capture { made(status, "text/plain; charset=utf-8", text) }

    private func json(_ text: String) -> Capture { made(200, "application/json", text) }

    private func made(_ status: Int, _ type: String, _ text: String) -> Capture {
        Capture(
            method: "", path: "", query: [:], status: status,
            head: ["HTTP/1.1 \(status) Made", "Content-Type: \(type)"], body: Array(text.utf8))
    }
}
