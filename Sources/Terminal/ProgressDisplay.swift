/// Shows a progress stream: on a terminal one line per id, redrawn in place; elsewhere one line per
/// change of status, without amounts.
public struct ProgressDisplay {
    /// More ids at once than any terminal has lines: a hostile stream must not fill the memory.
    static let mostLines = 1000

    private let output: Output
    private let now: () -> Timestamp
    private var lines: [String: Int] = [:]

    public init(_ output: Output, now: @escaping () -> Timestamp) {
        self.output = output
        self.now = now
    }

    /// Throws `OutputError`.
    public mutating func show(_ message: ProgressMessage) throws {
        if output.isTerminal {
            try draw(message)
            try output.flush()
        } else if !hasAmount(message) {
            try output.write(label(message) + body(message, columns: 0))
        }
    }

    private mutating func draw(_ message: ProgressMessage) throws {
        let isRedrawn = message.stream.isEmpty && (message.detail != nil || !message.progress.isEmpty)
        guard isRedrawn else {
            // The lines above can no longer be counted.
            lines = [:]
            return try output.write(label(message) + body(message, columns: 0))
        }
        let columns = output.columns ?? 0
        guard !message.id.isEmpty else {
            lines = [:]
            return try output.write("\u{1b}[2K\r" + fitted(message, columns: columns) + "\r")
        }
        var control = ""
        if lines[message.id] == nil {
            if lines.count >= Self.mostLines { lines = [:] }
            lines[message.id] = lines.count
            control = "\n"
        }
        let up = lines.count - (lines[message.id] ?? 0)
        let text = fitted(message, columns: columns)
        try output.write("\(control)\u{1b}[\(up)A\u{1b}[2K\r\(text)\r\u{1b}[\(up)B")
    }

    /// One line of the terminal: a longer one would wrap, and the lines could not be counted.
    private func fitted(_ message: ProgressMessage, columns: Int) -> String {
        let line = label(message, as: .cell) + amount(message, columns: columns)
        return columns > 0 ? DisplayWidth.prefix(line, columns: columns) : line
    }

    private func label(_ message: ProgressMessage, as place: VisibleText.Place = .lines) -> String {
        (message.id.isEmpty ? "" : output.escaped(message.id, as: place) + ": ")
            + (message.from.isEmpty ? "" : "(from \(output.escaped(message.from, as: place))) ")
    }

    private func amount(_ message: ProgressMessage, columns: Int) -> String {
        let bar = message.detail.map { ProgressBar(detail: $0, columns: columns, now: now()).text }
        return output.escaped("\(message.status) \(bar ?? message.progress)", as: .cell)
    }

    private func body(_ message: ProgressMessage, columns: Int) -> String {
        if !message.stream.isEmpty { return output.escaped(message.stream) }
        return output.escaped(message.status) + "\n"
    }

    private func hasAmount(_ message: ProgressMessage) -> Bool {
        guard let detail = message.detail else { return false }
        return detail.current > 0 || detail.total > 0
    }
}
