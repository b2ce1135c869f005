import Glibc

/// What a descriptor is ready for.
public struct Readiness: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Bytes, the end or an error can be read.
    public static let readable = Readiness(rawValue: 1)
    /// At least one byte can be written, or writing fails at once.
    public static let writable = Readiness(rawValue: 2)

    static func poll(_ descriptor: Int32, for wanted: Readiness, milliseconds: Int32) throws(TransportError)
        -> Readiness
    {
        var events: Int32 = 0
        if wanted.contains(.readable) { events |= Int32(POLLIN) }
        if wanted.contains(.writable) { events |= Int32(POLLOUT) }
        var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while Glibc.poll(&entry, 1, milliseconds) < 0 {
            guard errno == EINTR else { throw .system(.poll, errno) }
        }
        let returned = Int32(entry.revents)
        if returned & Int32(POLLNVAL) != 0 { throw .system(.poll, EBADF) }
        var ready: Readiness = []
        if returned & Int32(POLLIN | POLLHUP | POLLERR) != 0 { ready.insert(.readable) }
        if returned & Int32(POLLOUT | POLLHUP | POLLERR) != 0 { ready.insert(.writable) }
        return ready.intersection(wanted)
    }
}
