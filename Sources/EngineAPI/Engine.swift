import JSON
import Transport

/// A connection to one engine: sends requests, negotiates the version, maps refusals to errors.
public final class Engine {
    /// The most of a JSON answer that is taken into memory, in bytes.
    public static let answerLimit = 1 << 30

    /// How the address is shown in messages.
    public let address: String
    private let dial: () throws -> any ByteStream
    private let host: String
    private let basePath: String
    private let headers: HTTPHeaders
    private let pin: String?
    private var idle: HTTPConnection?
    private var negotiated: EnginePing?

    /// - Parameters:
    ///   - address: the endpoint as configured, for messages.
    ///   - host: the value of the `Host` header.
    ///   - basePath: put in front of every path.
    ///   - headers: sent with every request.
    ///   - pin: the text of `DOCKER_API_VERSION`; nil negotiates.
    ///   - dial: opens a connection.
    public init(
        address: String, host: String, basePath: String = "", headers: HTTPHeaders = [:], pin: String? = nil,
        dial: @escaping () throws -> any ByteStream
    ) {
        self.address = address
        self.host = host
        self.basePath = basePath
        self.headers = headers
        self.pin = pin
        self.dial = dial
    }

    /// Whether `DOCKER_API_VERSION` fixed the version: then nobody is asked for it.
    public var isPinned: Bool { pin != nil }

    /// What both sides speak; asks the engine once.
    ///
    /// - Throws: `ProtocolError` when there is no common version, `TransportError` when nobody answers.
    public func ping() throws -> EnginePing {
        if let negotiated { return negotiated }
        let ping = try negotiate()
        negotiated = ping
        return ping
    }

    /// The engine's versions, and what both sides speak. Without a pin one request tells both, since all engines answer
    /// an unversioned `/version`; what else a ping tells is not known then.
    ///
    /// - Throws: as `ping`; `EngineError` when the engine refuses to tell.
    public func versions() throws -> (ping: EnginePing, document: JSONDocument) {
        if pin != nil { return (try ping(), try json(.version)) }
        let document = try askVersions()
        return (EnginePing(version: try common(with: document), isPinned: false), document)
    }

    /// The version both sides speak.
    public func version() throws -> APIVersion { try ping().version }

    /// Sends a request and returns the answer once its head is there.
    ///
    /// - Throws: `EngineError` for a status of 400 and up.
    public func send(_ request: Request) throws -> Answer {
        let target = request.target(base: basePath, version: request.isVersioned ? try version() : nil)
        if let connection = idle {
            idle = nil
            do {
                return try answer(to: request, target: target, on: connection)
            } catch let error as TransportError where error.isDisconnection && request.isRepeatable {
                connection.close()
            }
        }
        return try answer(to: request, target: target, on: connect())
    }

    /// Sends a request on a connection of its own and returns before the answer: for answers that take their time
    /// while other streams are served.
    public func begin(_ request: Request) throws -> PendingAnswer {
        let target = request.target(base: basePath, version: request.isVersioned ? try version() : nil)
        let connection = try connect()
        try connection.send(http(request, target: target))
        return PendingAnswer(engine: self, connection: connection, target: target)
    }

    /// Sends a request and takes the connection over for raw bytes both ways.
    ///
    /// 101 is the answer of all engines; 200 with raw bytes comes from old peers and proxies.
    public func hijack(_ request: Request) throws -> HijackedStream {
        let target = request.target(base: basePath, version: try version())
        let connection = try connect()
        let response = try connection.exchange(http(request.upgrading(), target: target))
        try check(response, target: target)
        guard response.status == 101 || response.status == 200 else {
            throw ProtocolError.noUpgrade(status: response.status)
        }
        return try response.takeOver()
    }

    /// A connection on which nothing has been said.
    public func connectRaw() throws -> any ByteStream { try dial() }

    /// Sends a request and reads a JSON answer whole.
    public func json(_ request: Request) throws -> JSONDocument { try send(request).json() }

    /// Sends a request whose answer is a list, or null for an empty one.
    ///
    /// - Throws: `ProtocolError.noList` for anything else, which must not look like nothing.
    public func list(_ request: Request) throws -> JSONElements {
        let answer = try send(request)
        let root = try answer.json().root
        guard root.kind == .array || root.isNull else { throw ProtocolError.noList(target: answer.target) }
        return root.elements
    }

    /// Sends a request whose answer does not matter beyond its status.
    public func perform(_ request: Request) throws { try send(request).discard() }

    func giveBack(_ connection: HTTPConnection) {
        if idle == nil, connection.isReusable { idle = connection } else { connection.close() }
    }

    func receive(_ connection: HTTPConnection, target: String) throws -> Answer {
        let response = try connection.receive()
        try check(response, target: target)
        return Answer(engine: self, connection: connection, response: response, target: target)
    }

    private func connect() throws -> HTTPConnection { HTTPConnection(stream: try dial(), hostHeader: host) }

    private func answer(to request: Request, target: String, on connection: HTTPConnection) throws -> Answer {
        try connection.send(http(request, target: target))
        return try receive(connection, target: target)
    }

    private func http(_ request: Request, target: String) -> HTTPRequest {
        var fields = headers
        fields.append(request.headers)
        return HTTPRequest(method: request.method.rawValue, target: target, headers: fields, body: request.body)
    }

    private func check(_ response: HTTPResponse, target: String) throws {
        switch response.status {
        case 200..<300, 101, 304: return
        case 300..<400:
            throw ProtocolError.redirect(target: target, location: response.headers["Location"] ?? "")
        case 400...:
            let body = response.collect(limit: EngineError.bodyLimit).bytes
            throw EngineError(status: response.status, reason: response.reason, target: target, body: body)
        default: throw ProtocolError.unexpectedStatus(response.status, target: target)
        }
    }

    private func negotiate() throws -> EnginePing {
        if let pin {
            guard let version = APIVersion(pin), version >= .oldest, version <= .newest else {
                throw ProtocolError.badPin(pin)
            }
            return EnginePing(version: version, isPinned: true)
        }
        var ask = Request(.get, "_ping")
        ask.isVersioned = false
        let answer: Answer
        do {
            answer = try send(ask)
        } catch let error where error is EngineError || (error as? TransportError)?.isDisconnection == true {
            return EnginePing(version: try common(with: askVersions()), isPinned: false)
        }
        let headers = answer.headers
        answer.discard()
        let offered = headers["Api-Version"].flatMap { APIVersion($0) }
        return EnginePing(
            version: try offered.map(common) ?? common(with: askVersions()), isPinned: false,
            operatingSystem: headers["Ostype"] ?? "", isExperimental: headers["Docker-Experimental"] == "true",
            builderVersion: headers["Builder-Version"] ?? "", isPodman: headers["Libpod-Api-Version"] != nil)
    }

    /// Engines before 1.25 do not tell their version in `_ping`, but all of them in an unversioned `/version`.
    private func askVersions() throws -> JSONDocument {
        var ask = Request.version
        ask.isVersioned = false
        return try json(ask)
    }

    private func common(with versions: JSONDocument) throws -> APIVersion {
        guard let offered = APIVersion(versions.root.text("ApiVersion")) else { throw ProtocolError.noVersion }
        return try common(with: offered)
    }

    private func common(with offered: APIVersion) throws -> APIVersion {
        if offered < .oldest { throw ProtocolError.engineTooOld(offered) }
        return min(offered, .newest)
    }
}
