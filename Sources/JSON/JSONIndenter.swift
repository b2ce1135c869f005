/// Lays out checked JSON anew without touching order or the spelling of numbers and strings.
///
/// Empty arrays and objects stay on one line, a colon is followed by one space, no newline is added at the
/// end. The layout is that of Go's `encoding/json` Indent, except that lines nested deeper than
/// `maximumLevels` are not indented further, so that a small hostile document cannot fill the memory.
struct JSONIndenter {
    static let maximumLevels = 256

    let prefix: [UInt8]
    let step: [UInt8]

    func write(_ json: ArraySlice<UInt8>, into output: inout [UInt8]) {
        var level = 0
        var isEmpty = false
        JSONTokens.forEach(in: json) { byte, run in
            switch byte {
            case ASCII.openBrace, ASCII.openBracket:
                if isEmpty { breakLine(level, into: &output) }
                output.append(byte)
                level += 1
                isEmpty = true
            case ASCII.closeBrace, ASCII.closeBracket:
                level -= 1
                if !isEmpty { breakLine(level, into: &output) }
                output.append(byte)
                isEmpty = false
            case ASCII.comma:
                output.append(byte)
                breakLine(level, into: &output)
            case ASCII.colon:
                output.append(byte)
                output.append(ASCII.space)
            default:
                if isEmpty { breakLine(level, into: &output) }
                output.append(contentsOf: run)
                isEmpty = false
            }
        }
    }

    private func breakLine(_ level: Int, into output: inout [UInt8]) {
        output.append(ASCII.newline)
        output.append(contentsOf: prefix)
        for _ in 0..<min(level, Self.maximumLevels) { output.append(contentsOf: step) }
    }
}

extension JSONValue {
    /// Appends the value spread over lines, each but the first starting with `prefix` and one `step` per level.
    public func indented(prefix: String = "", by step: String = "    ", into output: inout [UInt8]) {
        JSONIndenter(prefix: Array(prefix.utf8), step: Array(step.utf8)).write(rawBytes, into: &output)
    }

    /// Appends the value without the whitespace between its tokens.
    public func compact(into output: inout [UInt8]) {
        JSONTokens.forEach(in: rawBytes) { _, run in output.append(contentsOf: run) }
    }
}
