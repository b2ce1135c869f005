import Configuration
import Terminal
import Transport

/// Everything outside the process that a command may touch, so that tests can hand in another.
public struct World {
    public var environment: Environment
    /// File descriptor of standard input.
    public var input: Int32
    public var out: Output
    public var err: Output
    /// The time of day.
    public var now: () -> Timestamp
    /// Opens a connection to an engine.
    public var dial: (Endpoint) throws -> any ByteStream
    /// Catches signals for as long as the pipe lives; nil where the process's signals are not ours to catch.
    public var catchSignals: ([Int32]) throws -> SignalPipe?

    public init(
        environment: Environment, input: Int32, out: Output, err: Output, now: @escaping () -> Timestamp,
        dial: @escaping (Endpoint) throws -> any ByteStream,
        catchSignals: @escaping ([Int32]) throws -> SignalPipe? = { try SignalPipe(signals: $0) }
    ) {
        self.environment = environment
        self.input = input
        self.out = out
        self.err = err
        self.now = now
        self.dial = dial
        self.catchSignals = catchSignals
    }
}
