import Glibc
import Transport

/// The descriptors one turn of a loop waits for.
struct PollSet {
    private var entries: [pollfd] = []

    mutating func add(_ descriptor: Int32, reading: Bool = false, writing: Bool = false) {
        guard reading || writing else { return }
        let events = (reading ? POLLIN : 0) | (writing ? POLLOUT : 0)
        entries.append(pollfd(fd: descriptor, events: Int16(events), revents: 0))
    }

    /// Waits; false when the time passed without anything being ready. A signal ends the wait early.
    ///
    /// - Parameter milliseconds: -1 for no limit.
    mutating func wait(milliseconds: Int32) throws(TransportError) -> Bool {
        let count = Glibc.poll(&entries, nfds_t(entries.count), milliseconds)
        if count >= 0 { return count > 0 }
        for index in entries.indices { entries[index].revents = 0 }
        guard errno == EINTR else { throw .system(.poll, errno) }
        return true
    }

    /// A descriptor at its end or broken counts as ready, so that the call that follows tells.
    func canRead(_ descriptor: Int32) -> Bool { has(descriptor, POLLIN) }
    func canWrite(_ descriptor: Int32) -> Bool { has(descriptor, POLLOUT) }

    private func has(_ descriptor: Int32, _ event: Int32) -> Bool {
        entries.contains {
            $0.fd == descriptor && Int32($0.events) & event != 0
                && Int32($0.revents) & (event | POLLHUP | POLLERR | POLLNVAL) != 0
        }
    }
}
