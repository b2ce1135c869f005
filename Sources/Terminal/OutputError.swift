import Glibc

/// Why bytes did not get out.
public enum OutputError: Error, Equatable, CustomStringConvertible {
    /// write(2) failed; `name` is the file as shown to the user.
    case failed(name: String, errno: Int32)
    /// The reader went away (EPIPE): nobody is left to be told.
    case closedPipe

    public var description: String {
        switch self {
        case .failed(let name, let errno): "write \(name): \(SystemError.text(errno))"
        case .closedPipe: "write on a closed pipe"
        }
    }
}
