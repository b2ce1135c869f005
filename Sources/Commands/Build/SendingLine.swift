import Terminal

/// The line that tells how much of the build context has been sent.
final class SendingLine {
    private let output: Output
    private var total = 0
    private var shown = 0
    private var isFinished = false

    /// Bytes between two changes of the line on a terminal.
    private static let interval = 512 << 10

    init(_ output: Output) { self.output = output }

    /// Counts bytes that go out.
    func count(_ bytes: Int) throws {
        total += bytes
        guard output.isTerminal, total - shown >= Self.interval else { return }
        shown = total
        try output.write(text)
        try output.flush()
    }

    /// Leaves the line with its last number; calling it again does nothing.
    func finish() throws {
        if isFinished { return }
        isFinished = true
        try output.write(text + "\r\n")
    }

    private var text: String {
        let size = HumanSize.text(total)
        let room = String(repeating: " ", count: max(8 - size.count, 0))
        return "Sending build context to Docker daemon \(room)\(size)\r"
    }
}
