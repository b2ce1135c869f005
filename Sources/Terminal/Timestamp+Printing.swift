extension Timestamp {
    /// The nearest moment in the years 1 to 9999, as dates outside are not printed.
    var clamped: Timestamp {
        let last: Int64 = 253_402_300_799
        if seconds < Timestamp.zero.seconds { return .zero }
        return seconds > last ? Timestamp(seconds: last, nanoseconds: 999_999_999) : self
    }

    /// `2006-01-02T15:04:05Z` or with an offset (RFC 3339).
    public func rfc3339(in zone: Zone = .utc) -> String {
        rfc3339(in: zone, fraction: "")
    }

    /// With nine digits after the seconds, always: `2006-01-02T15:04:05.000000000Z`.
    public func rfc3339Nano(in zone: Zone = .utc) -> String {
        rfc3339(in: zone, fraction: "." + Digits.padded(Int64(nanoseconds), 9))
    }

    /// `2006-01-02 15:04:05.5 +0200 CEST`, a fraction only where there is one.
    public func zonedText(in zone: Zone = .local) -> String {
        let (date, offset, name) = civil(in: zone)
        let clock = DateText.day(date) + " " + DateText.time(date) + DateText.fraction(clamped.nanoseconds)
        return "\(clock) \(DateText.offset(offset, separator: "")) \(name)"
    }

    /// `Mon Jan  2 15:04:05 2006`, as C's asctime.
    public func ansiC(in zone: Zone = .local) -> String {
        let date = civil(in: zone).date
        let day = date.day < 10 ? " \(date.day)" : "\(date.day)"
        let month = DateText.months[date.month - 1]
        return
            "\(DateText.weekdays[date.weekday]) \(month) \(day) \(DateText.time(date)) \(Digits.padded(date.year, 4))"
    }

    private func rfc3339(in zone: Zone, fraction: String) -> String {
        let (date, offset, _) = civil(in: zone)
        let suffix = offset == 0 ? "Z" : DateText.offset(offset, separator: ":")
        return DateText.day(date) + "T" + DateText.time(date) + fraction + suffix
    }

    private func civil(in zone: Zone) -> (date: CivilDate, offset: Int, name: String) {
        let (offset, name) = zone.offset(at: self)
        return (CivilDate(seconds: clamped.seconds + Int64(offset)), offset, name)
    }
}
