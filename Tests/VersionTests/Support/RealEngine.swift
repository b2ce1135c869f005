import Foundation

/// The engines of Debian's docker.io that the tests may use.
enum RealEngine: String, Sendable {
    case real
    /// With user namespaces and experimental features.
    case remapped

    /// Names its address.
    var variable: String {
        switch self {
        case .real: "TUG_TEST_ENGINE"
        case .remapped: "TUG_TEST_REMAPPED_ENGINE"
        }
    }

    /// The path of its socket; nil without one.
    var socket: String? {
        guard let address = ProcessInfo.processInfo.environment[variable], address.hasPrefix("unix://") else {
            return nil
        }
        return String(address.dropFirst(7))
    }
}
