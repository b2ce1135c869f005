import Glibc
import Testing

@testable import Terminal

struct PromptTests {
    /// A pipe that holds the text and has ended.
    private func input(_ text: [UInt8]) throws -> Int32 {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        _ = write(ends[1], text, text.count)
        close(ends[1])
        return ends[0]
    }

    @Test(
        "only y and yes are a yes",
        arguments: [
            ("y\n", true), ("Y\r\n", true), (" yes \n", true), ("y", true), ("n\n", false), ("\n", false), ("", false),
            ("yep\n", false),
        ])
    func confirms(typed: String, answer: Bool) throws {
        let output = Output(memory: .file)
        let descriptor = try input(Array(typed.utf8))
        defer { close(descriptor) }
        #expect(try Prompt(output, input: descriptor).confirm("Sure?") == answer)
        #expect(output.text == "Sure? [y/N] ")
    }

    @Test("what follows the line stays in the input")
    func leavesRest() throws {
        let descriptor = try input(Array("name\nrest".utf8))
        defer { close(descriptor) }
        let prompt = Prompt(Output(memory: .file), input: descriptor)
        #expect(try prompt.line("") == "name")
        var bytes = [UInt8](repeating: 0, count: 10)
        #expect(read(descriptor, &bytes, 10) == 4)
    }

    @Test("the end of the input is no line, a last line without newline is one")
    func ends() throws {
        let descriptor = try input(Array("a\n\nb".utf8))
        defer { close(descriptor) }
        let prompt = Prompt(Output(memory: .file), input: descriptor)
        #expect(try [prompt.line(""), prompt.line(""), prompt.line(""), prompt.line("")] == ["a", "", "b", nil])
    }

    @Test("a line without end is refused")
    func tooLong() throws {
        let zeros = open("/dev/zero", O_RDONLY)
        defer { close(zeros) }
        #expect(throws: Prompt.LineTooLong()) { try Prompt(Output(memory: .file), input: zeros).line("") }
    }

    @Test("a hidden line that is piped is read as it is, byte for byte")
    func piped() throws {
        let descriptor = try input([0xFF, 0x20, 0x0A])
        defer { close(descriptor) }
        let output = Output(memory: .file)
        #expect(try Prompt(output, input: descriptor).hiddenBytes("Password: ") == [0xFF, 0x20])
        #expect(output.text == "Password: ")
    }

    @Test(
        "colours follow the terminal unless the environment says otherwise",
        arguments: [
            (true, [:], true), (false, [:], false), (true, ["NO_COLOR": "1"], false), (true, ["NO_COLOR": ""], true),
            (true, ["TERM": "dumb"], false), (false, ["FORCE_COLOR": "1"], true),
            (false, ["CLICOLOR_FORCE": "0"], false),
            (true, ["NO_COLOR": "1", "FORCE_COLOR": "1"], false),
        ] as [(Bool, [String: String], Bool)])
    func colours(isTerminal: Bool, environment: [String: String], isOn: Bool) {
        let colour = Colour(isTerminal: isTerminal) { environment[$0] }
        #expect(colour.isOn == isOn)
        #expect(colour.paint("x", .red) == (isOn ? "\u{1b}[31mx\u{1b}[0m" : "x"))
    }
}
