/// Questions to the user and their answers.
///
/// The input is read byte by byte, so that what follows the answer is left for the next reader.
public struct Prompt {
    /// Longer lines are cut off with `LineTooLong`.
    static let longestLine = 64 * 1024

    /// A line without end.
    public struct LineTooLong: Error, Equatable, CustomStringConvertible {
        public var description: String { "the line is longer than 64 KiB" }
    }

    private let output: Output
    private let input: Int32

    public init(_ output: Output, input: Int32 = 0) {
        self.output = output
        self.input = input
    }

    /// Asks `question [y/N] `; everything but a yes, the end of the input too, is a no.
    public func confirm(_ question: String) throws -> Bool {
        let answer = try line(question + " [y/N] ")?.lowercased() ?? ""
        let word = answer.filter { !$0.isWhitespace }
        return word == "y" || word == "yes"
    }

    /// The line without its end (`\n` or `\r\n`); nil at the end of the input.
    ///
    /// Throws `OutputError`, `SystemError` and `LineTooLong`.
    public func line(_ question: String) throws -> String? {
        try bytes(question).map { String(decoding: $0, as: UTF8.self) }
    }

    /// As `line`, with the echo off while a terminal is read.
    public func hiddenLine(_ question: String) throws -> String? {
        try hiddenBytes(question).map { String(decoding: $0, as: UTF8.self) }
    }

    /// As `hiddenLine`, not decoded: a password need not be UTF-8.
    public func hiddenBytes(_ question: String) throws -> [UInt8]? {
        guard WindowSize.of(input) != nil else { return try bytes(question) }
        try TerminalKeeper.hideEcho(input)
        defer { TerminalKeeper.restore() }
        let answer = try bytes(question)
        // The newline typed was not shown either.
        try output.writeLine()
        try output.flush()
        return answer
    }

    private func bytes(_ question: String) throws -> [UInt8]? {
        try output.write(question)
        try output.flush()
        var line: [UInt8] = []
        while let byte = try FileBytes.readByte(from: input) {
            if byte == UInt8(ascii: "\n") {
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                return line
            }
            guard line.count < Self.longestLine else { throw LineTooLong() }
            line.append(byte)
        }
        return line.isEmpty ? nil : line
    }
}
