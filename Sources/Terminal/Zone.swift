import Glibc

/// The offset from UTC that dates are read and printed with.
public enum Zone: Equatable, Sendable {
    case utc
    /// The machine's zone: TZ or /etc/localtime.
    case local
    /// Seconds east of UTC.
    case fixed(Int)

    /// Offset in seconds and abbreviation at that moment.
    func offset(at timestamp: Timestamp) -> (seconds: Int, name: String) {
        switch self {
        case .utc: return (0, "UTC")
        case .fixed(let seconds): return (seconds, seconds == 0 ? "UTC" : DateText.offset(seconds, separator: ""))
        case .local:
            tzset()
            // localtime_r fails beyond the years an int holds; rules do not change any more out there.
            var time = time_t(timestamp.clamped.seconds)
            var parts = tm()
            guard localtime_r(&time, &parts) != nil else { return (0, "UTC") }
            return (parts.tm_gmtoff, parts.tm_zone.map { String(cString: $0) } ?? "UTC")
        }
    }

    /// The moment at which clocks of this zone show the date, given as if it were UTC.
    func moment(showing clock: Timestamp) -> Timestamp {
        switch self {
        case .utc: return clock
        case .fixed(let seconds): return clock.adding(nanoseconds: -Int64(seconds) * 1_000_000_000)
        case .local:
            // The offset at the wanted moment differs from this first guess only around a change of clocks.
            let guess = clock.adding(nanoseconds: -Int64(offset(at: clock).seconds) * 1_000_000_000)
            return clock.adding(nanoseconds: -Int64(offset(at: guess).seconds) * 1_000_000_000)
        }
    }
}
