import Glibc

/// The process's environment, or a made one in tests.
public struct Environment: Sendable {
    private let variables: [String: String]?

    /// The variables of this process, looked up one by one.
    public init() { variables = nil }

    public init(_ variables: [String: String]) { self.variables = variables }

    /// The variable's value; nil when it is not set.
    public subscript(_ name: String) -> String? {
        if let variables { return variables[name] }
        return getenv(name).map { String(cString: $0) }
    }

    /// The names of all variables, in no order.
    public var names: [String] {
        if let variables { return Array(variables.keys) }
        var names: [String] = []
        var next = environ
        while let entry = next.pointee {
            names.append(String(String(cString: entry).prefix { $0 != "=" }))
            next += 1
        }
        return names
    }

    /// The variable's value; nil when it is not set or empty.
    public func nonEmpty(_ name: String) -> String? {
        guard let value = self[name], !value.isEmpty else { return nil }
        return value
    }

    /// Whether the variable is set to anything at all, as `DOCKER_TLS_VERIFY` and `NORAW` are read.
    public func has(_ name: String) -> Bool { nonEmpty(name) != nil }
}
