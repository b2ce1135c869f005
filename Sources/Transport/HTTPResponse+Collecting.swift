extension HTTPResponse {
    /// How much room a promised length is believed for, in bytes; memory that nothing is written to costs nothing.
    private static let roomAhead = 16 << 20

    /// The whole body; throws `bodyTooLarge` when it is longer than `limit` bytes.
    public func readAll(limit: Int) throws(TransportError) -> [UInt8] {
        let (bytes, failure) = collect(limit: limit)
        if let failure { throw failure }
        return bytes
    }

    /// What came of the body, and why there is not more of it if it was cut, broken or longer than `limit` bytes:
    /// a value that is complete though its frame is not can still be used.
    public func collect(limit: Int) -> (bytes: [UInt8], failure: TransportError?) {
        var bytes: [UInt8] = []
        if case .counted(let length) = framing { bytes.reserveCapacity(min(length, limit, Self.roomAhead)) }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { block.deallocate() }
        do throws(TransportError) {
            while true {
                let before = bytes.count
                let count = try read(into: block)
                if count == 0 { return (bytes, nil) }
                bytes += UnsafeRawBufferPointer(rebasing: block[..<min(count, limit - before)])
                if count > limit - before { return (bytes, .bodyTooLarge(limit: limit)) }
            }
        } catch {
            return (bytes, error)
        }
    }

    /// Reads the rest of the body and throws it away, so that the connection can be used again;
    /// if that is more than `limit` bytes the connection is closed instead.
    public func drain(limit: Int = 1 << 20) {
        let failure = collect(limit: limit).failure
        if failure != nil { connection.close() }
    }
}
