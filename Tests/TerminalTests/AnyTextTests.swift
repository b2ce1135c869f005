import Testing

@testable import Terminal

struct AnyTextTests {
    @Test("no text, however odd, brings a reader or a shortener down")
    func anyText() {
        let pieces: [String] = [
            "0", "1", "9", "99999999999", ".", "-", "+", ":", "T", "Z", "h", "m", "s", "ms", "µs", "k", "ib", "g", "p",
            "/", " ", ",", "ctrl-", "DEL", "SIG", "RTMIN+", "\u{301}", "５", "\u{1b}", "\n", "\t", "漢", "2006-01-02",
            "\u{10FFFF}", "\u{202e}", "e3", "👩‍💻", "\r\n",
        ]
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var read = 0
        for _ in 0..<30_000 {
            let text = (0..<random(8)).map { _ in pieces[random(pieces.count)] }.joined()
            if (try? MemorySize.parse(text)) != nil { read += 1 }
            if let duration = try? GoDuration.parse(text) {
                read += 1
                #expect((try? GoDuration.parse(GoDuration.print(duration))) == duration)
            }
            if (try? NanoCPUs.parse(text)) != nil { read += 1 }
            if (try? Timestamp(filter: text, now: Timestamp(seconds: .max), in: .utc)) != nil { read += 1 }
            if (try? DetachKeys(text)) != nil { read += 1 }
            if SignalName.number(of: text) != nil { read += 1 }
            let columns = random(6)
            #expect(displayWidth(ellipsis(text, columns: columns)) <= max(columns, 2))
            let cell = VisibleText.of(text, as: .cell)
            #expect(!cell.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
        #expect(read > 1000)
    }
}
