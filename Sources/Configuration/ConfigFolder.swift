import Glibc
import JSON

/// The folder of the client's files: `--config`, `DOCKER_CONFIG`, or `~/.docker`.
public struct ConfigFolder: Sendable {
    public let path: String

    public init(flag: String?, _ environment: Environment) {
        if let chosen = flag ?? environment.nonEmpty("DOCKER_CONFIG") {
            path = chosen
        } else {
            path = (environment.nonEmpty("HOME") ?? Self.homeFromPasswd() ?? "") + "/.docker"
        }
    }

    public var configFile: ConfigFile { ConfigFile(path: path + "/config.json") }

    /// The engine's address that a stored context holds.
    public func contextHost(_ name: String) throws(ContextError) -> String {
        let context = try context(name)
        if context.host.isEmpty { throw ContextError(name: name, problem: .noEndpoint) }
        return context.host
    }

    /// The stored context of that name.
    public func context(_ name: String) throws(ContextError) -> StoredContext {
        guard let found = contexts.first(where: { $0.name == name }) else {
            throw ContextError(name: name, problem: .unknown)
        }
        return found
    }

    /// The stored contexts, in no order.
    ///
    /// Each has a folder named by a digest of its name; the name itself stands in `meta.json`.
    public var contexts: [StoredContext] {
        names(in: path + "/contexts/meta").compactMap { entry in
            StoredContext(
                metadataFolder: "\(path)/contexts/meta/\(entry)", materialFolder: "\(path)/contexts/tls/\(entry)",
                list: names)
        }
    }

    private func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    private static func homeFromPasswd() -> String? {
        guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
        return String(cString: home)
    }
}

/// A context that cannot be used.
public struct ContextError: Error, Equatable, CustomStringConvertible {
    public enum Problem: Equatable, Sendable { case unknown, noEndpoint }

    public let name: String
    public let problem: Problem

    public init(name: String, problem: Problem) {
        self.name = name
        self.problem = problem
    }

    public var description: String {
        switch problem {
        case .unknown: "unknown context \(name.debugDescription)"
        case .noEndpoint: "context \(name.debugDescription) has no engine address"
        }
    }
}
