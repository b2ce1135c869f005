import Glibc

/// Work that may be given up: it runs on a thread of its own, and its caller waits only so long.
///
/// A deadline on the sockets alone would not do: looking up a host name or shaking hands has none.
enum TimeLimit {
    /// The value, or nil when it did not come in time. Work that was given up ends with the process.
    static func run<Value>(milliseconds: Int32, _ work: @escaping () -> Value) -> Value? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        let errand = Errand(done: ends[1])
        var value: Value?
        errand.work = { value = work() }
        var thread = pthread_t()
        let started = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().perform()
                return nil
            }, Unmanaged.passRetained(errand).toOpaque())
        guard started == 0 else { return nil }
        var ready = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, milliseconds) == 1 else {
            pthread_detach(thread)
            return nil
        }
        pthread_join(thread, nil)
        close(ends[0])
        close(ends[1])
        return value
    }

    /// What the thread does; the pipe orders its writes before the caller's reads.
    private final class Errand {
        let done: Int32
        var work: () -> Void = {}

        init(done: Int32) { self.done = done }

        func perform() {
            work()
            var byte: UInt8 = 1
            _ = Glibc.write(done, &byte, 1)
        }
    }
}
