import EngineAPI
import Terminal

/// The time that `--since` and `--until` leave.
struct EventWindow {
    private let since: Timestamp?
    private let until: Timestamp?

    /// - Throws: `Failure` for a text that is no time.
    init(since: String?, until: String?, now: Timestamp) throws {
        self.since = try Self.read(since, flag: "--since", now)
        self.until = try Self.read(until, flag: "--until", now)
    }

    func start(_ version: APIVersion) -> String? {
        since.map { Self.hasFraction($0, version) ? $0.unixText : "\($0.seconds)" }
    }

    /// Where only whole seconds can be asked for, the second that has begun is kept.
    func end(_ version: APIVersion) -> String? {
        until.map { time in
            if Self.hasFraction(time, version) { return time.unixText }
            let (next, overflow) = time.seconds.addingReportingOverflow(time.nanoseconds > 0 ? 1 : 0)
            return "\(overflow ? time.seconds : next)"
        }
    }

    private static func hasFraction(_ time: Timestamp, _ version: APIVersion) -> Bool {
        time.nanoseconds > 0 && version >= APIVersion(1, 22)
    }

    private static func read(_ text: String?, flag: String, _ now: Timestamp) throws -> Timestamp? {
        guard let text, !text.isEmpty else { return nil }
        do {
            return try Timestamp(filter: text, now: now)
        } catch {
            throw Failure("invalid value for \(flag): \(error)")
        }
    }
}
