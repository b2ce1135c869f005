import JSON

/// A program to be run in a container.
public struct ExecSpecification: Equatable {
    public var command: [String]
    public var streams: StreamSelection = []
    public var hasTerminal = false
    public var isPrivileged = false
    public var user = ""
    public var folder = ""
    /// `NAME=value`.
    public var environment: [String] = []
    /// As the user spells them.
    public var detachKeys: String?
    /// Rows and columns, from API 1.42 on.
    public var consoleSize: (rows: Int, columns: Int)?

    public init(_ command: [String]) { self.command = command }

    public static func == (left: Self, right: Self) -> Bool { left.body == right.body }

    /// What an engine of old may not know is left out when it says nothing.
    fileprivate var body: JSONNode {
        var members: [JSONMember] = [
            JSONMember("User", .string(user)),
            JSONMember("Privileged", .bool(isPrivileged)),
            JSONMember("Tty", .bool(hasTerminal)),
            JSONMember("AttachStdin", .bool(streams.contains(.input))),
            JSONMember("AttachStderr", .bool(streams.contains(.error))),
            JSONMember("AttachStdout", .bool(streams.contains(.output))),
        ]
        if let detachKeys { members.append(JSONMember("DetachKeys", .string(detachKeys))) }
        if let consoleSize { members.append(JSONMember("ConsoleSize", Request.node(consoleSize))) }
        if !environment.isEmpty { members.append(JSONMember("Env", .array(environment.map(JSONNode.string)))) }
        if !folder.isEmpty { members.append(JSONMember("WorkingDir", .string(folder))) }
        members.append(JSONMember("Cmd", .array(command.map(JSONNode.string))))
        return .object(members)
    }
}

extension Request {
    /// `POST /containers/NAME/exec`; the answer's `Id` is for the requests below.
    ///
    /// - Throws: `NameError`.
    public static func createExec(in container: String, _ exec: ExecSpecification) throws -> Request {
        Request(.post, "containers", try PathSegment(name: container), "exec").json(exec.body)
    }

    /// `POST /exec/ID/start`: for `Engine.hijack`, or for `Engine.perform` when detached.
    ///
    /// - Throws: `ProtocolError.badIdentifier`, as all that follow.
    public static func startExec(
        _ id: String, isDetached: Bool, hasTerminal: Bool, consoleSize: (rows: Int, columns: Int)? = nil
    ) throws -> Request {
        var members = [JSONMember("Detach", .bool(isDetached)), JSONMember("Tty", .bool(hasTerminal))]
        if let consoleSize { members.append(JSONMember("ConsoleSize", node(consoleSize))) }
        return Request(.post, "exec", try segment(id), "start").json(.object(members))
    }

    /// `GET /exec/ID/json`.
    public static func inspectExec(_ id: String) throws -> Request {
        Request(.get, "exec", try segment(id), "json")
    }

    /// `POST /exec/ID/resize`, in characters.
    public static func resizeExec(_ id: String, rows: Int, columns: Int) throws -> Request {
        Request(.post, "exec", try segment(id), "resize")
            .adding("h", String(rows))
            .adding("w", String(columns))
    }

    fileprivate static func node(_ size: (rows: Int, columns: Int)) -> JSONNode {
        .array([.int(size.rows), .int(size.columns)])
    }

    /// An id that the engine gave is used only when it looks like one.
    private static func segment(_ id: String) throws -> PathSegment {
        guard id.utf8.count == 64, id.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            throw ProtocolError.badIdentifier(id)
        }
        return try PathSegment(name: id)
    }
}
