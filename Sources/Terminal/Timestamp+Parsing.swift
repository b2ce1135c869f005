extension Timestamp {
    /// RFC 3339 with or without a fraction, and its beginnings: a date, or date and hour, minutes,
    /// seconds. Without `Z` or an offset the clock is `zone`'s. Throws `UnitError`.
    public init(date text: String, in zone: Zone = .local) throws {
        var scanner = DateScanner(text)
        guard let timestamp = scanner.timestamp(in: zone) else { throw UnitError.notATime(text) }
        self = timestamp
    }

    /// `sec` or `sec.nanos` since 1970; digits after the ninth are dropped. Throws `UnitError`.
    public init(unix text: String) throws {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let seconds = Int64(parts[0]) else { throw UnitError.notATime(text) }
        let decimals = parts.count > 1 ? parts[1] : "0"
        guard !decimals.isEmpty, decimals.utf8.allSatisfy(DateScanner.isDigit) else {
            throw UnitError.notATime(text)
        }
        self.init(seconds: seconds, nanoseconds: DateScanner.nanoseconds(decimals.utf8))
    }

    /// What `--since` and `--until` take: a duration before `now`, a date, or a unix time.
    public init(filter text: String, now: Timestamp, in zone: Zone = .local) throws {
        if text != "0", let duration = try? GoDuration.parse(text) {
            // The smallest duration has no opposite.
            self = now.adding(nanoseconds: duration == .min ? .max : -duration)
        } else if let timestamp = try? Timestamp(unix: text) {
            self = timestamp
        } else {
            try self.init(date: text, in: zone)
        }
    }

    /// The request's form of such a filter: unix times go as typed, durations as whole seconds, and dates
    /// with nanoseconds, as every engine version understands them. Throws `UnitError`.
    public static func filterText(_ text: String, now: Timestamp, in zone: Zone = .local) throws -> String {
        let timestamp = try Timestamp(filter: text, now: now, in: zone)
        if text != "0", (try? GoDuration.parse(text)) != nil { return String(timestamp.seconds) }
        return (try? Timestamp(unix: text)) != nil ? text : timestamp.unixText
    }
}
