import Glibc
import Terminal
import Transport

/// What is typed, on its way to a container.
final class TypedInput {
    let fileDescriptor: Int32
    private let stream: any ByteStream
    private let closes: Bool
    private var scanner: DetachScanner?
    /// Sent on when the keys were typed; nothing where the engine would not know them.
    private let farewell: [UInt8]
    private var buffer = [UInt8](repeating: 0, count: 32 << 10)
    private var waiting: ArraySlice<UInt8> = []
    private var hasEnded = false
    /// Whether the other side was told that no more comes, or is gone.
    private(set) var isOver = false
    private(set) var isDetached = false

    /// - Parameters:
    ///   - closes: whether the stream is told of the end.
    ///   - keys: the keys that leave the container; nil where they are bytes like others.
    ///   - engineKnowsKeys: the engine looks for the same keys, and is told of them.
    init(
        _ fileDescriptor: Int32, to stream: any ByteStream, closes: Bool, keys: DetachKeys?, engineKnowsKeys: Bool
    ) {
        self.closes = closes
        self.fileDescriptor = fileDescriptor
        self.stream = stream
        scanner = keys.map(DetachScanner.init)
        farewell = engineKnowsKeys ? keys?.bytes ?? [] : []
    }

    var wantsInput: Bool { !isOver && !hasEnded && waiting.isEmpty }
    var wantsToSend: Bool { !isOver && !waiting.isEmpty }

    /// Reads once.
    func receive() {
        let count = read(fileDescriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return }
        if count > 0 {
            waiting = buffer[..<count]
            if let (through, detached) = scanner?.feed(waiting) {
                waiting = (detached ? through + farewell : through)[...]
                isDetached = detached
            }
        } else {
            // A terminal that is gone (EIO) is an end like any other.
            hasEnded = true
            waiting = (scanner?.finish() ?? [])[...]
        }
        send()
    }

    /// Writes what the stream takes without waiting. A container that reads no more is no error.
    func send() {
        do {
            if !waiting.isEmpty {
                let count = try waiting.withUnsafeBytes { bytes throws(TransportError) in
                    try stream.writeSome(bytes)
                }
                waiting = waiting.dropFirst(count)
            }
            if waiting.isEmpty, hasEnded, !isOver {
                isOver = true
                if closes { try stream.closeWrite() }
            }
        } catch {
            waiting = []
            isOver = true
        }
    }
}
