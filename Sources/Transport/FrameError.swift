/// Why a stream of frames ended badly.
public enum FrameError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The stream ended inside a header or a payload; what came was handed on.
    case truncated
    /// A header names a stream that does not exist.
    case unknownStream(UInt8)
    /// The daemon ended the stream with this text: untrusted bytes, at most 1 MiB.
    case daemon(message: [UInt8])

    public var description: String {
        switch self {
        case .truncated: "unexpected end of the stream inside a frame"
        case .unknownStream(let number): "the stream has a frame of unknown kind \(number)"
        case .daemon(let message): "the daemon ended the stream: \(String(decoding: message, as: UTF8.self))"
        }
    }
}
