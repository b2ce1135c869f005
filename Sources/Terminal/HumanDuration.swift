/// A length of time in a few words: `About an hour`, `3 days`.
public enum HumanDuration {
    private static let second: Int64 = 1_000_000_000
    private static let minute = 60 * second
    private static let hour = 60 * minute

    /// Anything below a second, negative lengths too, is `Less than a second`.
    public static func text(nanoseconds: Int64) -> String {
        let seconds = nanoseconds / second
        if seconds < 1 { return "Less than a second" }
        if seconds == 1 { return "1 second" }
        if seconds < 60 { return "\(seconds) seconds" }
        let minutes = nanoseconds / minute
        if minutes == 1 { return "About a minute" }
        if minutes < 60 { return "\(minutes) minutes" }
        // Rounded half up, without adding to a number that may be the largest there is.
        let whole = nanoseconds / hour
        let hours = nanoseconds % hour >= hour / 2 ? whole + 1 : whole
        if hours == 1 { return "About an hour" }
        if hours < 48 { return "\(hours) hours" }
        if hours < 24 * 7 * 2 { return "\(hours / 24) days" }
        if hours < 24 * 30 * 2 { return "\(hours / 24 / 7) weeks" }
        if hours < 24 * 365 * 2 { return "\(hours / 24 / 30) months" }
        return "\(whole / 24 / 365) years"
    }

    /// The time from `start` to `end`, at most 292 years.
    public static func text(from start: Timestamp, to end: Timestamp) -> String {
        text(nanoseconds: end.nanoseconds(since: start))
    }
}
