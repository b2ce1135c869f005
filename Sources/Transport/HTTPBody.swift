/// The body of a request.
public enum HTTPBody {
    /// No body; POST and PUT then say that it has no bytes.
    case none
    /// These bytes, with their number as length.
    case bytes([UInt8])
    /// Bytes from a reader that fills the front of the buffer and returns how many it put there, 0 at the end.
    /// Without a length they go out chunked.
    case stream(contentLength: Int?, reader: (UnsafeMutableRawBufferPointer) throws -> Int)
}
