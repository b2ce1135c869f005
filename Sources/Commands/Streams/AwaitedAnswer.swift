import EngineAPI

/// An answer that comes while other streams are served.
protocol Awaited: AnyObject {
    var fileDescriptor: Int32 { get }
    /// Whether bytes are there that `poll` cannot see.
    var hasBufferedInput: Bool { get }
    /// Whether there is nothing more to wait for.
    var isOver: Bool { get }
    /// Takes what has come; called when the descriptor is readable.
    func advance()
}

/// One answer, read as it comes until it makes a value.
final class AwaitedAnswer<Value>: Awaited {
    /// Nil while the answer is awaited.
    private(set) var outcome: Result<Value, any Error>?
    private let pending: PendingAnswer
    private var answer: Answer?
    private let read: (ArraySlice<UInt8>?) throws -> Value?
    private var buffer = [UInt8](repeating: 0, count: 4096)

    /// - Parameter read: is given the bytes of the body as they come, nil at its end, and returns the value once it
    ///   has one.
    init(_ pending: PendingAnswer, read: @escaping (ArraySlice<UInt8>?) throws -> Value?) {
        self.pending = pending
        self.read = read
    }

    deinit { pending.close() }

    var fileDescriptor: Int32 { pending.fileDescriptor }
    var hasBufferedInput: Bool { answer?.hasBufferedInput ?? pending.hasBufferedInput }
    var isOver: Bool { outcome != nil }

    /// The value of an answer that is over.
    func value() throws -> Value? { try outcome?.get() }

    func advance() {
        guard outcome == nil else { return }
        do {
            let answer = try self.answer ?? pending.receive()
            self.answer = answer
            while let count = try buffer.withUnsafeMutableBytes({ try answer.readAvailable(into: $0) }) {
                if let value = try read(count > 0 ? buffer[..<count] : nil) { return end(.success(value)) }
                if count == 0 { throw ProtocolError.cut(target: answer.target) }
            }
        } catch {
            end(.failure(error))
        }
    }

    private func end(_ outcome: Result<Value, any Error>) {
        self.outcome = outcome
        pending.close()
    }
}

extension AwaitedAnswer where Value == Void {
    /// An answer of which only the status matters.
    convenience init(_ pending: PendingAnswer) {
        self.init(pending) { $0 == nil ? () : nil }
    }
}
