import Glibc

/// A moment: whole seconds since 1970 in UTC and nanoseconds above them.
public struct Timestamp: Equatable, Comparable, Sendable {
    public let seconds: Int64
    /// 0 to 999,999,999, counted forwards also before 1970.
    public let nanoseconds: Int32

    /// Nanoseconds outside a second are cut to it.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    }

    /// The zero time of the engine, 1 January of year 1.
    public static let zero = Timestamp(seconds: -62_135_596_800)

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The time since an earlier moment; as far as `Int64` goes, about 292 years either way.
    public func nanoseconds(since earlier: Timestamp) -> Int64 {
        let (seconds, overflow) = seconds.subtractingReportingOverflow(earlier.seconds)
        let (scaled, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let part = Int64(nanoseconds) - Int64(earlier.nanoseconds)
        let (sum, tooFar) = scaled.addingReportingOverflow(part)
        if overflow || tooLarge || tooFar { return self > earlier ? .max : .min }
        return sum
    }

    /// The moment that many nanoseconds later, or earlier when negative.
    public func adding(nanoseconds added: Int64) -> Timestamp {
        let billion: Int64 = 1_000_000_000
        var part = Int64(nanoseconds) + added % billion
        var carry = added / billion
        if part < 0 {
            part += billion
            carry -= 1
        } else if part >= billion {
            part -= billion
            carry += 1
        }
        let (sum, overflow) = seconds.addingReportingOverflow(carry)
        return Timestamp(seconds: overflow ? (carry < 0 ? .min : .max) : sum, nanoseconds: Int32(part))
    }

    /// `sec.nanos` with nine digits, the form time filters have in requests.
    public var unixText: String { "\(seconds)." + Digits.padded(Int64(nanoseconds), 9) }

    /// The clock of the machine, for the session to hand out.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
    }
}
