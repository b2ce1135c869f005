import Testing

@testable import Terminal

struct ProgressTests {
    private func shown(_ messages: [ProgressMessage], on memory: Output.Memory) throws -> String {
        let output = Output(memory: memory)
        var display = ProgressDisplay(output, now: { Timestamp(seconds: 1010) })
        for message in messages { try display.show(message) }
        return output.text
    }

    private func amount(_ current: Int64, _ total: Int64, start: Int64 = 0) -> ProgressMessage {
        ProgressMessage(
            id: "a1", status: "Downloading", detail: .init(current: current, total: total, start: start))
    }

    @Test("off a terminal statuses are lines and amounts are left out")
    func plain() throws {
        let text = try shown(
            [
                ProgressMessage(id: "latest", status: "Pulling from library/x"),
                ProgressMessage(id: "a1", status: "Pulling fs layer", detail: .init()), amount(5, 10),
                ProgressMessage(id: "a1", status: "Pull complete", detail: .init()),
                ProgressMessage(status: "Digest: \u{1b}"), ProgressMessage(stream: "Step 1\n"),
            ], on: .file)
        #expect(
            text == "latest: Pulling from library/x\na1: Pulling fs layer\na1: Pull complete\nDigest: \u{1b}\nStep 1\n")
    }

    @Test("on a terminal each id has its line, redrawn in place")
    func redrawn() throws {
        let text = try shown(
            [
                ProgressMessage(id: "a", status: "Waiting", detail: .init()),
                ProgressMessage(id: "b", status: "Waiting", detail: .init()),
                ProgressMessage(id: "a", status: "Done", detail: .init()), ProgressMessage(status: "Status: ok"),
                ProgressMessage(id: "a", status: "Again", detail: .init()),
            ], on: .terminal(columns: 80))
        #expect(
            text == "\n\u{1b}[1A\u{1b}[2K\ra: Waiting \r\u{1b}[1B" + "\n\u{1b}[1A\u{1b}[2K\rb: Waiting \r\u{1b}[1B"
                + "\u{1b}[2A\u{1b}[2K\ra: Done \r\u{1b}[2B" + "Status: ok\n"
                + "\n\u{1b}[1A\u{1b}[2K\ra: Again \r\u{1b}[1B")
    }

    private func bar(
        _ current: Int64, _ total: Int64, start: Int64 = 0, units: String = "", hide: Bool = false, columns: Int
    ) -> String {
        let detail = ProgressMessage.Detail(
            current: current, total: total, start: start, units: units, hideCounts: hide)
        return ProgressBar(detail: detail, columns: columns, now: Timestamp(seconds: 1010)).text
    }

    @Test("the bar is drawn beyond 110 columns only, fifty places wide")
    func barWidth() {
        #expect(bar(50, 100, columns: 110) == "     50B/100B")
        #expect(
            bar(50, 100, columns: 111) == "[" + String(repeating: "=", count: 25) + ">"
                + String(repeating: " ", count: 25) + "]      50B/100B")
        #expect(bar(100, 100, columns: 200) == "[" + String(repeating: "=", count: 50) + ">]     100B/100B")
    }

    @Test("amounts without a total, with units of their own, hidden or beyond the total")
    func amounts() {
        #expect(bar(1500, 0, columns: 80) == "   1.5kB")
        #expect(bar(3, 0, units: "files", columns: 80) == "3 files")
        #expect(bar(3, 7, units: "files", columns: 80) == "3/7 files")
        #expect(bar(9, 7, units: "files", columns: 80) == "9 files")
        #expect(bar(200, 100, columns: 80) == "    200B")
        #expect(bar(1, 2, hide: true, columns: 80) == "")
        #expect(bar(0, 0, columns: 200) == "")
    }

    @Test("the remaining time follows from the speed so far, on terminals wider than 50")
    func remaining() {
        #expect(bar(25, 100, start: 1000, columns: 51) == "     25B/100B 30s")
        #expect(bar(25, 100, start: 1000, columns: 50) == "     25B/100B")
        #expect(bar(100, 100, start: 1000, columns: 80) == "    100B/100B")
        #expect(bar(25, 100, start: 5000, columns: 80) == "     25B/100B")
    }

    @Test("absurd numbers neither trap nor show as negative", arguments: [Int64.min, -1, 0, 1, .max])
    func absurd(number: Int64) throws {
        for other in [Int64.min, -5, 0, 1, .max] {
            for start in [Int64.min, 1, .max] {
                #expect(!bar(number, other, start: start, columns: 200).contains("-"))
                #expect(!bar(number, other, start: start, units: "x", columns: 200).contains("-"))
            }
        }
    }

    @Test("text of the engine cannot break out of its line")
    func hostile() throws {
        let message = ProgressMessage(id: "a\n\u{1b}[2J", status: "s\r\u{9b}", detail: .init())
        let text = try shown([message], on: .terminal(columns: 80))
        #expect(text == "\n\u{1b}[1A\u{1b}[2K\ra\\n\\x1b[2J: s\\x0d\\x9b \r\u{1b}[1B")
    }

    @Test("a line is cut to the width of the terminal, and more than a thousand ids start anew")
    func limits() throws {
        let long = ProgressMessage(id: "a", status: String(repeating: "x", count: 50), detail: .init())
        #expect(try shown([long], on: .terminal(columns: 10)) == "\n\u{1b}[1A\u{1b}[2K\ra: xxxxxxx\r\u{1b}[1B")
        let many = (0...1000).map { ProgressMessage(id: "\($0)", status: "", detail: .init()) }
        #expect(try shown(many, on: .terminal(columns: 10)).hasSuffix("\n\u{1b}[1A\u{1b}[2K\r1000:  \r\u{1b}[1B"))
    }
}
