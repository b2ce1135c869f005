/// Why an address of an engine is refused. Addresses may hold passwords, so they are repeated only in part.
public enum EndpointError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A scheme nobody knows.
    case unknownScheme(String)
    /// `npipe` exists on Windows only.
    case namedPipe
    /// `fd` is for daemons started by a service manager.
    case descriptor
    /// Not of the form its scheme asks for, or with spaces or control characters.
    case malformed(String)
    /// No number between 1 and 65535.
    case invalidPort(String)
    /// A part that has no meaning here: user, password, query or fragment.
    case unwanted(part: String, scheme: String)
    /// A host or user that ssh would take for an option.
    case looksLikeOption(String)
    /// A socket path above `limit` bytes.
    case unixPathTooLong(String, limit: Int)

    public var description: String {
        switch self {
        case .unknownScheme(let scheme):
            "\"\(String(escaping: scheme.utf8))\" is no way to reach an engine; use unix, tcp, ssh, http or https"
        case .namedPipe: "named pipes (npipe) exist on Windows only"
        case .descriptor: "fd addresses are for the daemon, not for clients"
        case .malformed(let text): "\"\(String(escaping: text.utf8))\" is not a valid engine address"
        case .invalidPort(let text): "\"\(String(escaping: text.utf8))\" is not a port between 1 and 65535"
        case .unwanted(let part, let scheme): "\(scheme) addresses cannot have a \(part)"
        case .looksLikeOption(let text): "\"\(String(escaping: text.utf8))\" would be taken for an option by ssh"
        case .unixPathTooLong(let path, let limit):
            "the unix socket path \"\(String(escaping: path.utf8))\" is longer than \(limit) bytes"
        }
    }
}
