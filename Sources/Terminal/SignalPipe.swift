import CTerminal
import Glibc

/// Signals as bytes to poll for: for passing them on to a container and for the size of the window.
///
/// A signal can be in one pipe at a time. When the pipe goes, the signals are as they were before.
public final class SignalPipe {
    /// Readable when a signal has arrived.
    public let fileDescriptor: Int32
    private let writeEnd: Int32
    private var signals: [Int32] = []

    /// Throws `SystemError`: EBUSY for a signal in another pipe, EINVAL for one that cannot be caught.
    public init(signals: [Int32]) throws {
        var ends: [Int32] = [-1, -1]
        let error = cterminal_open_pipe(&ends)
        guard error == 0 else { throw SystemError("pipe", error) }
        fileDescriptor = ends[0]
        writeEnd = ends[1]
        for signal in signals {
            let error = cterminal_pipe_signal(signal, writeEnd)
            guard error == 0 else { throw SystemError("catch signal \(signal)", error) }
            self.signals.append(signal)
        }
    }

    deinit {
        uninstall()
        close(writeEnd)
        close(fileDescriptor)
    }

    /// The oldest signal not yet taken; nil when there is none. Never waits.
    public func next() -> Int32? {
        var byte: UInt8 = 0
        while true {
            let count = read(fileDescriptor, &byte, 1)
            if count == 1 { return Int32(byte) }
            if count == 0 || errno != EINTR { return nil }
        }
    }

    /// Gives the signals back before the end of the object.
    public func uninstall() {
        for signal in signals { cterminal_unpipe_signal(signal) }
        signals = []
    }
}
