/// Reads a date from left to right.
struct DateScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    mutating func timestamp(in zone: Zone) -> Timestamp? {
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
            (1...12).contains(month), day >= 1, day <= CivilDate.daysInMonth(month, of: Int64(year))
        else { return nil }
        var date = CivilDate(year: Int64(year), month: month, day: day)
        var nanoseconds: Int32 = 0
        if take("T") || take("t") {
            guard let hour = number(2), hour < 24 else { return nil }
            date.hour = hour
            if take(":") {
                guard let minute = number(2), minute < 60 else { return nil }
                date.minute = minute
                if take(":") {
                    guard let second = number(2), second < 60 else { return nil }
                    date.second = second
                    if take(".") {
                        let digits = rest.prefix(while: Self.isDigit)
                        guard !digits.isEmpty else { return nil }
                        nanoseconds = Self.nanoseconds(digits)
                        rest = rest[digits.endIndex...]
                    }
                }
            }
        }
        let clock = Timestamp(seconds: date.seconds, nanoseconds: nanoseconds)
        if rest.isEmpty { return zone.moment(showing: clock) }
        guard let offset = offset(), rest.isEmpty else { return nil }
        return Zone.fixed(offset).moment(showing: clock)
    }

    /// Seconds east of UTC.
    private mutating func offset() -> Int? {
        if take("Z") || take("z") { return 0 }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isWest ? -seconds : seconds
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Digits after the point as nanoseconds.
    static func nanoseconds(_ digits: some Sequence<UInt8>) -> Int32 {
        var value: Int32 = 0
        var scale: Int32 = 100_000_000
        for digit in digits {
            value += Int32(digit - UInt8(ascii: "0")) * scale
            scale /= 10
            if scale == 0 { break }
        }
        return value
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
