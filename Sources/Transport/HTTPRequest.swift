/// One request, as a value.
public struct HTTPRequest {
    /// `GET`, `POST` and so on, in capitals.
    public var method: String
    /// Path and query, already percent-encoded, with the leading `/`.
    public var target: String
    /// What goes out besides `Host`, `Content-Length` and `Transfer-Encoding`, which the connection writes itself:
    /// fields of these names are left out.
    public var headers: HTTPHeaders
    public var body: HTTPBody

    public init(method: String, target: String, headers: HTTPHeaders = HTTPHeaders(), body: HTTPBody = .none) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
    }
}
