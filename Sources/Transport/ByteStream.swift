import Glibc

/// A two-way connection to a peer: unix socket, TCP, TLS or the pipes of a helper process.
///
/// All calls are made from one thread. Reads and writes block unless said otherwise.
public protocol ByteStream: AnyObject {
    /// The descriptor to hand to `poll`; it stands for both directions.
    var fileDescriptor: Int32 { get }

    /// Whether bytes were taken off the descriptor (decrypted, say) that `read` has not handed out:
    /// `poll` does not tell of these.
    var hasBufferedInput: Bool { get }

    /// Waits for bytes and puts them at the front of `buffer`; 0 means that the peer will send no more.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TransportError) -> Int

    /// Writes all of `bytes`, waiting as long as that takes.
    func write(_ bytes: UnsafeRawBufferPointer) throws(TransportError)

    /// Writes what can be written without waiting and says how many bytes that was.
    func writeSome(_ bytes: UnsafeRawBufferPointer) throws(TransportError) -> Int

    /// Tells the peer that no more bytes will come; reading goes on.
    func closeWrite() throws(TransportError)

    /// Ends both directions. Calling it again does nothing.
    func close()
}

extension ByteStream {
    /// Waits until the descriptor is ready for one of `wanted`, or `milliseconds` have passed (-1: no limit).
    ///
    /// A broken connection counts as ready, so that the read or write that follows reports it.
    public func wait(for wanted: Readiness, milliseconds: Int32 = -1) throws(TransportError) -> Readiness {
        if wanted.contains(.readable), hasBufferedInput { return .readable }
        return try Readiness.poll(fileDescriptor, for: wanted, milliseconds: milliseconds)
    }

    /// Writes all of `bytes`.
    public func write(_ bytes: [UInt8]) throws(TransportError) {
        try bytes.withUnsafeBufferPointer { all throws(TransportError) in try write(UnsafeRawBufferPointer(all)) }
    }
}
