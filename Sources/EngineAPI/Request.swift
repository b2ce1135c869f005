import JSON
import Transport

/// One request to the engine, as a value.
public struct Request {
    public enum Method: String, Sendable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE"
    }

    public var method: Method
    /// Behind `/v1.41/`.
    public var path: [PathSegment]
    /// In the order they are sent.
    public var query: [(name: String, value: String)]
    public var headers = HTTPHeaders()
    public var body: HTTPBody = .none
    /// `_ping` and the first `/version` go without a version in the path.
    public var isVersioned = true

    public init(_ method: Method, _ path: PathSegment..., query: [(name: String, value: String)] = []) {
        self.method = method
        self.path = path
        self.query = query
    }

    /// The same request with a JSON body.
    public func json(_ body: JSONNode) -> Request {
        var request = self
        request.body = .bytes(body.bytes)
        request.headers.append("Content-Type", "application/json")
        return request
    }

    /// The same request with one more query parameter; nil adds nothing.
    public func adding(_ name: String, _ value: String?) -> Request {
        var request = self
        if let value { request.query.append((name, value)) }
        return request
    }

    /// The same request with `name=1` when the switch is on.
    public func adding(_ name: String, if isOn: Bool) -> Request { adding(name, isOn ? "1" : nil) }

    /// The same request with the parameter repeated for each value.
    public func adding(_ name: String, each values: [String]) -> Request {
        values.reduce(self) { $0.adding(name, $1) }
    }

    /// The same request with a header.
    public func header(_ name: String, _ value: String) -> Request {
        var request = self
        request.headers.append(name, value)
        return request
    }

    /// The same request asking to take the connection over (RFC 9110 section 7.8).
    public func upgrading(to protocolName: String = "tcp") -> Request {
        header("Connection", "Upgrade").header("Upgrade", protocolName)
    }

    /// Whether the request can be sent again when a kept connection turned out to be closed.
    var isRepeatable: Bool {
        if case .stream = body { false } else { true }
    }

    /// Path and query as the request line carries them.
    func target(base: String, version: APIVersion?) -> String {
        var target = base
        if isVersioned, let version { target += "/v\(version)" }
        // No `joined`: the first one in a process costs more than all else here.
        for segment in path { target += "/" + segment.encoded }
        var mark = "?"
        for (name, value) in query {
            target += mark + name.percentEncoded + "=" + value.percentEncoded
            mark = "&"
        }
        return target
    }
}
