import Testing

@testable import Terminal

struct TableWriterTests {
    private func table(
        _ rows: [[String]], minimumWidth: Int = 10, padding: Int = 3, on memory: Output.Memory = .file
    ) throws -> String {
        let output = Output(memory: memory)
        var table = TableWriter(output, minimumWidth: minimumWidth, padding: padding)
        for row in rows { table.add(row) }
        try table.flush()
        return output.text
    }

    @Test("no lines print nothing")
    func empty() throws {
        #expect(try table([]) == "")
    }

    @Test("cells are padded to the widest of their column and three spaces, the last one not")
    func aligned() throws {
        let text = try table([["CONTAINER ID", "NAME", "PORTS"], ["4f1a", "web", "80/tcp"]])
        #expect(
            text == """
                CONTAINER ID   NAME      PORTS
                4f1a           web       80/tcp

                """)
    }

    @Test("an empty last cell leaves the padding before it, an empty middle cell its whole width")
    func emptyCells() throws {
        #expect(try table([["a", "b", ""], ["a", "", "c"]]) == "a         b         \na                   c\n")
    }

    @Test("a line with fewer cells ends the columns to its right, and below they start anew")
    func blocks() throws {
        let text = try table([
            ["a", "a very long cell", "x"],
            ["b", "short", "y"],
            ["one"],
            ["c", "short", "z"],
        ])
        #expect(
            text == """
                a         a very long cell   x
                b         short              y
                one
                c         short     z

                """)
    }

    @Test("a shorter line keeps the columns it has")
    func partialBlock() throws {
        let text = try table([["a long first cell", "b", "c"], ["d", "e"], ["f", "a long second", "h"]])
        #expect(
            text == """
                a long first cell   b         c
                d                   e
                f                   a long second   h

                """)
    }

    @Test("wide characters count two columns and combining marks none")
    func wide() throws {
        let text = try table([["漢字漢字漢字漢字", "x"], ["e\u{301}tude", "y"], ["plain", "z"]])
        #expect(text == "漢字漢字漢字漢字   x\ne\u{301}tude              y\nplain              z\n")
    }

    @Test("other widths: top pads to 20 with one space at least")
    func topWidths() throws {
        let text = try table(
            [["UID", "PID"], ["a user with a long name", "1"]], minimumWidth: 20, padding: 1)
        #expect(text == "UID                     PID\na user with a long name 1\n")
    }

    @Test("ready lines are split at tabs and newlines and not escaped")
    func readyLines() throws {
        let output = Output(memory: .terminal(columns: 80))
        var table = TableWriter(output)
        table.add(lines: "a\tb\n\n\u{1b}[1mc\td\n")
        table.add(lines: "e")
        table.add(lines: "")
        try table.flush()
        #expect(output.text == "a         b\n\n\u{1b}[1mc     d\ne\n")
    }

    @Test("cells on a terminal show their control characters, and are as wide as what is shown")
    func escaped() throws {
        let rows = [["\u{1b}[31mred", "x\ty"]]
        #expect(try table(rows, on: .terminal(columns: nil)) == "\\x1b[31mred   x\\ty\n")
        #expect(try table(rows) == "\u{1b}[31mred   x\ty\n")
    }

    @Test("a hundred thousand lines come out whole")
    func large() throws {
        let text = try table((0..<100_000).map { ["\($0)", "x"] })
        #expect(text.utf8.count == 100_000 * 12)
        #expect(text.hasSuffix("\n99999     x\n"))
    }

    @Test(
        "text too wide ends in an ellipsis within the columns given",
        arguments: [
            ("hello", 5, "hello"), ("hello!", 5, "hell…"), ("hello", 0, ""), ("hello", 1, "h"), ("漢字漢字", 8, "漢字漢字"),
            ("漢字漢字", 7, "漢字漢…"), ("漢字漢字", 6, "漢字…"), ("", 3, ""), ("héllo", 4, "hél…"), ("hello", -1, ""),
        ])
    func shortens(text: String, columns: Int, shown: String) {
        #expect(ellipsis(text, columns: columns) == shown)
    }

    @Test("full-width, Hangul and emoji are wide; Greek, marks and joiners are not")
    func widths() {
        #expect(displayWidth("Ａ한😀") == 6)
        #expect(displayWidth("αβ\u{301}\u{200d}") == 2)
        #expect(displayWidth("\u{1100}\u{3fffd}") == 4)
    }
}
