/// The body of a request.
public enum HTTPBody {
    case none
    case bytes([UInt8])
    /// Bytes from a reader that fills the front of the buffer and returns how many it put there, 0 at the end.
    /// Without a length they go out chunked.
    case stream(contentLength: Int?, reader: (UnsafeMutableRawBufferPointer) throws -> Int)
}
