import Testing

@testable import Terminal

struct UnitTests {
    @Test(
        "sizes in powers of 1000 have four digits",
        arguments: [
            (0.0, "0B"), (999, "999B"), (1000, "1kB"), (1024, "1.024kB"), (1_234_567, "1.235MB"),
            (999_999, "1000kB"), (3.42e9, "3.42GB"), (1e24, "1YB"), (1e27, "1000YB"), (-5, "-5B"),
        ] as [(Double, String)])
    func humanSize(bytes: Double, text: String) {
        #expect(HumanSize.text(bytes) == text)
    }

    @Test(
        "with three digits a number rounded up to 1000 is written as a power",
        arguments: [(1_234_567.0, "1.23MB"), (999_900, "1e+03kB"), (72_800_000, "72.8MB")])
    func humanSizePrecision(bytes: Double, text: String) {
        #expect(HumanSize.text(bytes, precision: 3) == text)
    }

    @Test(
        "sizes in powers of 1024",
        arguments: [
            (UInt64(0), "0B"), (1023, "1023B"), (1024, "1KiB"), (1536, "1.5KiB"), (1_048_575, "1024KiB"),
            (1_048_576, "1MiB"), (.max, "16EiB"),
        ] as [(UInt64, String)])
    func bytesSize(bytes: UInt64, text: String) {
        #expect(BytesSize.text(bytes) == text)
    }

    @Test(
        "lengths of time change their words at each boundary",
        arguments: [
            (0.0, "Less than a second"), (-5, "Less than a second"), (0.999, "Less than a second"), (1, "1 second"),
            (1.999, "1 second"), (2, "2 seconds"), (59.9, "59 seconds"), (60, "About a minute"),
            (119, "About a minute"), (120, "2 minutes"), (3599, "59 minutes"), (3600, "About an hour"),
            (5399, "About an hour"), (5400, "2 hours"), (170964, "47 hours"), (171000, "2 days"),
            (1207799, "13 days"), (1209600, "2 weeks"), (5097600, "8 weeks"), (5184000, "2 months"),
            (62985600, "24 months"), (63072000, "2 years"), (9.2e9, "291 years"),
        ] as [(Double, String)])
    func humanDuration(seconds: Double, text: String) {
        #expect(HumanDuration.text(nanoseconds: Int64(seconds * 1e9)) == text)
    }

    @Test("the longest length of time does not trap")
    func longest() {
        #expect(HumanDuration.text(nanoseconds: .max) == "292 years")
        #expect(HumanDuration.text(nanoseconds: .min) == "Less than a second")
        let now = Timestamp(seconds: 1_700_000_000)
        #expect(HumanDuration.text(from: Timestamp(seconds: .min), to: now) == "292 years")
        #expect(HumanDuration.text(from: Timestamp(seconds: .max), to: now) == "Less than a second")
    }

    @Test(
        "typed sizes are powers of 1024 in every spelling",
        arguments: [
            ("0", Int64(0)), ("512", 512), ("512b", 512), ("1k", 1024), ("1KB", 1024), ("1KiB", 1024),
            ("1.5g", 1_610_612_736),
            ("64 M", 67_108_864), (".5k", 512), ("5.k", 5120), ("1.1g", 1_181_116_006), ("8191p", 8191 << 50),
            ("9223372036854775807", .max), ("0.000000000000000000001p", 0),
        ] as [(String, Int64)])
    func memorySize(text: String, bytes: Int64) throws {
        #expect(try MemorySize.parse(text) == bytes)
    }

    @Test(
        "what is no size is refused",
        arguments: [
            "", "k", ".", "-1", "1x", "1kk", "1bb", "1bib", "1  k", "1.2.3", "1e3", "0x10", "1ki", "１", "1kibb",
        ])
    func badMemorySize(text: String) {
        #expect(throws: UnitError.notASize(text)) { try MemorySize.parse(text) }
    }

    @Test("sizes beyond 64 bits are refused", arguments: ["8192p", "9223372036854775808", "99999999999999999999999"])
    func hugeMemorySize(text: String) {
        #expect(throws: UnitError.outOfRange(text)) { try MemorySize.parse(text) }
    }

    @Test(
        "durations are sums of numbers with units",
        arguments: [
            ("0", Int64(0)), ("1h2m3.5s", 3_723_500_000_000), ("1.5h", 5_400_000_000_000), ("-1m", -60_000_000_000),
            ("+5ns", 5), ("1us", 1000), ("1µs", 1000), ("1μs", 1000), ("500ms", 500_000_000), (".5s", 500_000_000),
            ("1s1s", 2_000_000_000), ("2562047h47m16.854775807s", .max),
        ] as [(String, Int64)])
    func goDuration(text: String, nanoseconds: Int64) throws {
        #expect(try GoDuration.parse(text) == nanoseconds)
    }

    @Test(
        "a bare number, an unknown unit and an overflow are no durations",
        arguments: ["", "5", "-", "1d", "s", ".s", "1h 2m", "1H", "9999999h", "1.5"])
    func badGoDuration(text: String) {
        #expect(throws: UnitError.self) { try GoDuration.parse(text) }
    }

    @Test(
        "durations are printed with every unit below the largest",
        arguments: [
            (Int64(0), "0s"), (1, "1ns"), (1100, "1.1µs"), (2_200_000, "2.2ms"), (1_000_000_000, "1s"),
            (3_500_000_000, "3.5s"), (60_000_000_000, "1m0s"), (3_600_000_000_000, "1h0m0s"),
            (3_723_000_000_001, "1h2m3.000000001s"), (-1_500_000, "-1.5ms"), (.min, "-2562047h47m16.854775808s"),
        ] as [(Int64, String)])
    func printGoDuration(nanoseconds: Int64, text: String) {
        #expect(GoDuration.print(nanoseconds) == text)
    }

    @Test(
        "processors are counted in billionths",
        arguments: [
            ("1.5", Int64(1_500_000_000)), ("0.000000001", 1), ("1/2", 500_000_000), (".25", 250_000_000),
            ("2", 2_000_000_000),
            ("-1", -1_000_000_000), ("1.5000000000000000000000", 1_500_000_000),
        ] as [(String, Int64)])
    func nanoCPUs(text: String, count: Int64) throws {
        #expect(try NanoCPUs.parse(text) == count)
    }

    @Test(
        "processors finer than a billionth, or none at all, are refused",
        arguments: [
            ("0.0000000001", UnitError.tooPrecise("0.0000000001")), ("1/3", .tooPrecise("1/3")),
            ("x", .notANumber("x")),
            ("1/0", .notANumber("1/0")), ("", .notANumber("")), ("10000000000", .outOfRange("10000000000")),
            ("1.00000000000000000000001", .tooPrecise("1.00000000000000000000001")), ("--1", .notANumber("-1")),
        ] as [(String, UnitError)])
    func badNanoCPUs(text: String, error: UnitError) {
        #expect(throws: error) { try NanoCPUs.parse(text) }
    }

    @Test("processors are printed with three decimals")
    func printNanoCPUs() {
        #expect(NanoCPUs.text(1_500_000_000) == "1.500")
        #expect(NanoCPUs.text(50_000_000) == "0.050")
        #expect(NanoCPUs.text(.min) == "-9223372036.855")
    }

    @Test("signals have names, and names, prefixes and numbers are read")
    func signals() {
        #expect(SignalName.name(of: 15) == "TERM")
        #expect(SignalName.name(of: 31) == "SYS")
        #expect(SignalName.name(of: 0) == nil)
        #expect(SignalName.name(of: 32) == nil)
        #expect(SignalName.name(of: 65) == nil)
        #expect(["SIGTERM", "term", "15", "SigTerm"].map(SignalName.number) == [15, 15, 15, 15])
        #expect(["SIGCLD", "RTMIN", "RTMIN+3", "RTMAX-1", "rtmax"].map(SignalName.number) == [17, 34, 37, 63, 64])
        #expect(["", "SIG", "0", "65", "-1", "NOPE"].map(SignalName.number) == [nil, nil, nil, nil, nil, nil])
        for number in Int32(1)...64 {
            if let name = SignalName.name(of: number) { #expect(SignalName.number(of: name) == number) }
        }
        #expect(SignalName.catchable.count == 29)
    }
}
