import Glibc
import Testing

@testable import Terminal

struct TimestampTests {
    @Test(
        "dates are read whole or in part, in the zone given or named",
        arguments: [
            ("2006-01-02T15:04:05Z", Int64(1_136_214_245), Int32(0)),
            ("2006-01-02T15:04:05+02:00", 1_136_207_045, 0), ("2006-01-02T15:04:05-07:30", 1_136_241_245, 0),
            ("2006-01-02T15:04:05.5Z", 1_136_214_245, 500_000_000),
            ("2006-01-02T15:04:05.123456789123Z", 1_136_214_245, 123_456_789),
            ("2006-01-02T15:04:05", 1_136_210_645, 0), ("2006-01-02T15:04", 1_136_210_640, 0),
            ("2006-01-02T15", 1_136_210_400, 0), ("2006-01-02", 1_136_156_400, 0), ("2006-01-02Z", 1_136_160_000, 0),
            ("1969-12-31T23:59:59Z", -1, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("2024-02-29Z", 1_709_164_800, 0),
        ] as [(String, Int64, Int32)])
    func parses(text: String, seconds: Int64, nanoseconds: Int32) throws {
        let hourEast = Zone.fixed(3600)
        #expect(try Timestamp(date: text, in: hourEast) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        "what is no date is refused",
        arguments: [
            "", "2006", "2006-1-2", "2006-13-01", "2006-02-29", "2006-00-01", "2006-01-02T", "2006-01-02T24:00",
            "2006-01-02T15:60", "2006-01-02T15:04:05.Z", "2006-01-02T15:04:05+2", "2006-01-02 15:04", "2006-01-02Zx",
            "２006-01-02", "2006-01-02T15:04:05.5\u{301}Z",
        ])
    func refuses(text: String) {
        #expect(throws: UnitError.notATime(text)) { try Timestamp(date: text, in: .utc) }
    }

    @Test(
        "time filters are durations before now, unix times or dates",
        arguments: [
            ("10m", "999400.000000005"), ("-1s", "1000001.000000005"), ("0", "0.000000000"),
            ("1136214245", "1136214245.000000000"),
            ("1136214245.5", "1136214245.500000000"), ("1.0000000019", "1.000000001"),
            ("2006-01-02", "1136160000.000000000"),
        ])
    func filters(text: String, wire: String) throws {
        let now = Timestamp(seconds: 1_000_000, nanoseconds: 5)
        #expect(try Timestamp(filter: text, now: now, in: .utc).unixText == wire)
    }

    @Test(
        "in requests durations are whole seconds, numbers stay as typed, and dates have nanoseconds",
        arguments: [
            ("10m", "999400"), ("1136214245", "1136214245"), ("1.5", "1.5"), ("0", "0"),
            ("2006-01-02T15:04:05.5", "1136214245.500000000"),
        ])
    func filterText(text: String, wire: String) throws {
        let now = Timestamp(seconds: 1_000_000, nanoseconds: 5)
        #expect(try Timestamp.filterText(text, now: now, in: .utc) == wire)
    }

    @Test(
        "filters that are neither are refused without a trap",
        arguments: ["", "soon", "1.", "1.5\u{301}", "1.x", "99999999999999999999", "--1"])
    func badFilters(text: String) {
        #expect(throws: UnitError.notATime(text)) {
            try Timestamp(filter: text, now: Timestamp(seconds: 0), in: .utc)
        }
    }

    @Test("a moment is printed in all forms, with its zone")
    func prints() {
        let time = Timestamp(seconds: 1_136_214_245, nanoseconds: 120_000_000)
        let zone = Zone.fixed(-7 * 3600)
        #expect(time.rfc3339() == "2006-01-02T15:04:05Z")
        #expect(time.rfc3339(in: zone) == "2006-01-02T08:04:05-07:00")
        #expect(time.rfc3339Nano() == "2006-01-02T15:04:05.120000000Z")
        #expect(time.zonedText(in: .utc) == "2006-01-02 15:04:05.12 +0000 UTC")
        #expect(time.zonedText(in: zone) == "2006-01-02 08:04:05.12 -0700 -0700")
        #expect(Timestamp(seconds: 1_136_214_245).zonedText(in: .utc) == "2006-01-02 15:04:05 +0000 UTC")
        #expect(time.ansiC(in: .utc) == "Mon Jan  2 15:04:05 2006")
        #expect(Timestamp(seconds: 1_700_000_000).ansiC(in: .utc) == "Tue Nov 14 22:13:20 2023")
    }

    @Test("moments beyond the calendar are printed as its ends")
    func extremes() {
        #expect(Timestamp(seconds: .max).rfc3339() == "9999-12-31T23:59:59Z")
        #expect(Timestamp(seconds: .min).rfc3339() == "0001-01-01T00:00:00Z")
        #expect(Timestamp.zero.rfc3339() == "0001-01-01T00:00:00Z")
        #expect(!Timestamp(seconds: .max).zonedText(in: .local).isEmpty)
        #expect(!Timestamp(seconds: .min).ansiC(in: .local).isEmpty)
        #expect(Timestamp(seconds: .max).adding(nanoseconds: .max).seconds == .max)
        #expect(Timestamp(seconds: .min).adding(nanoseconds: .min).seconds == .min)
    }

    @Test("reading what was printed gives the same moment, every seventh day of a thousand years")
    func roundTrip() throws {
        for day in stride(from: Int64(-200_000), to: 165_000, by: 7) {
            let time = Timestamp(seconds: day * 86_400 + 12_345)
            #expect(try Timestamp(date: time.rfc3339()) == time)
        }
    }

    @Test("the machine's zone has the offset and the name the C library gives it, in winter and summer")
    func localZone() throws {
        for seconds: Int64 in [1_705_320_000, 1_721_044_800] {
            var time = time_t(seconds)
            var parts = tm()
            localtime_r(&time, &parts)
            var buffer = [CChar](repeating: 0, count: 64)
            let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M:%S %z %Z", &parts)
            let wanted = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            #expect(Timestamp(seconds: seconds).zonedText() == wanted)
            let clock = "\(wanted.prefix(10))T\(wanted.dropFirst(11).prefix(8))"
            #expect(try Timestamp(date: clock).seconds == seconds)
        }
    }

    @Test("differences keep their nanoseconds and stop at 292 years")
    func differences() {
        let early = Timestamp(seconds: 1, nanoseconds: 900_000_000)
        let late = Timestamp(seconds: 3, nanoseconds: 100_000_000)
        #expect(late.nanoseconds(since: early) == 1_200_000_000)
        #expect(early.nanoseconds(since: late) == -1_200_000_000)
        #expect(early.adding(nanoseconds: 1_200_000_000) == late)
        #expect(late.adding(nanoseconds: -1_200_000_000) == early)
        #expect(Timestamp(seconds: .max).nanoseconds(since: Timestamp(seconds: .min)) == .max)
        #expect(Timestamp(seconds: .min).nanoseconds(since: Timestamp(seconds: .max)) == .min)
    }
}
