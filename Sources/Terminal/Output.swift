import Glibc

/// Where everything the program prints goes: buffered, and every write(2) checked.
///
/// After a failure the buffered bytes are gone and each further call throws the same error, so that a
/// truncated output can never end in success.
public final class Output {
    /// When the bytes are handed to the system.
    public enum Buffering {
        /// After each call.
        case unbuffered
        /// After each call that holds a newline.
        case lines
        /// When 64 KiB have come together, and at `flush`.
        case blocks
    }

    /// What an output that only collects its bytes pretends to be.
    public enum Memory {
        case file
        case terminal(columns: Int?)
    }

    private enum Sink {
        case descriptor(Int32)
        case memory(Memory)
    }

    static let capacity = 64 * 1024

    public let name: String
    public let isTerminal: Bool
    public let buffering: Buffering
    private let sink: Sink
    private var buffer: [UInt8] = []
    private var failure: OutputError?

    /// The descriptor stays the caller's: it is not closed here.
    ///
    /// Without a choice of buffering a terminal gets lines, standard error each call, the rest blocks.
    public init(fileDescriptor: Int32, name: String? = nil, buffering: Buffering? = nil) {
        sink = .descriptor(fileDescriptor)
        isTerminal = isatty(fileDescriptor) == 1
        self.name = name ?? Self.name(of: fileDescriptor)
        self.buffering = buffering ?? (fileDescriptor == 2 ? .unbuffered : isTerminal ? .lines : .blocks)
    }

    /// Keeps all bytes in `collected`.
    public init(memory: Memory) {
        sink = .memory(memory)
        if case .terminal = memory { isTerminal = true } else { isTerminal = false }
        name = "memory"
        buffering = .blocks
    }

    /// For `poll` before a write that must not block; nil for a memory output.
    public var fileDescriptor: Int32? {
        if case .descriptor(let descriptor) = sink { descriptor } else { nil }
    }

    /// All bytes written so far to a memory output; the unflushed ones of any other.
    public var collected: [UInt8] { buffer }

    /// `collected` read as UTF-8.
    public var text: String { String(decoding: buffer, as: UTF8.self) }

    /// Nil for a file, and for a terminal that does not know its size.
    public var columns: Int? {
        switch sink {
        case .memory(.terminal(let columns)): columns
        case .memory(.file): nil
        case .descriptor(let descriptor): WindowSize.of(descriptor).flatMap { $0.columns > 0 ? $0.columns : nil }
        }
    }

    /// Throws `OutputError`, as all that follow.
    public func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    public func writeLine(_ text: String = "") throws {
        try write(text + "\n")
    }

    public func write(_ bytes: some Sequence<UInt8>) throws {
        if try bytes.withContiguousStorageIfAvailable({ try write(UnsafeRawBufferPointer($0)) }) != nil { return }
        try [UInt8](bytes).withUnsafeBytes { try write($0) }
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        if let failure { throw failure }
        guard case .descriptor(let descriptor) = sink else { return buffer.append(contentsOf: bytes) }
        if bytes.count >= Self.capacity || buffering == .unbuffered {
            try flush()
            return try send(bytes, to: descriptor)
        }
        if bytes.count > Self.capacity - buffer.count { try flush() }
        if buffer.capacity == 0 { buffer.reserveCapacity(Self.capacity) }
        buffer.append(contentsOf: bytes)
        if buffering == .lines, bytes.contains(UInt8(ascii: "\n")) { try flush() }
    }

    /// Hands over what is buffered; to be called, and its error heeded, before the program ends.
    public func flush() throws {
        if let failure { throw failure }
        guard case .descriptor(let descriptor) = sink, !buffer.isEmpty else { return }
        defer { buffer.removeAll(keepingCapacity: true) }
        try buffer.withUnsafeBytes { try send($0, to: descriptor) }
    }

    private func send(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
        do {
            try FileBytes.write(bytes, to: descriptor)
        } catch let error {
            let failed = error.errno == EPIPE ? OutputError.closedPipe : .failed(name: name, errno: error.errno)
            failure = failed
            throw failed
        }
    }

    private static func name(of descriptor: Int32) -> String {
        switch descriptor {
        case 1: "/dev/stdout"
        case 2: "/dev/stderr"
        default: "/dev/fd/\(descriptor)"
        }
    }
}
