/// What an HTTP connection is after an upgrade: bytes both ways, those first that had come with the head.
public final class HijackedStream: ByteStream {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) {
        self.response = response
    }

    public var fileDescriptor: Int32 { response.fileDescriptor }

    public var hasBufferedInput: Bool { response.hasBufferedInput }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(TransportError) -> Int {
        try response.read(into: buffer)
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError) {
        try response.connection.stream.write(bytes)
    }

    public func writeSome(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> Int {
        try response.connection.stream.writeSome(bytes)
    }

    public func closeWrite() throws(TransportError) {
        try response.connection.stream.closeWrite()
    }

    public func close() {
        response.connection.close()
    }
}
