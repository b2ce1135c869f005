import Terminal

/// A line on a terminal that counts bytes while they go by, and is gone when they have.
final class TransferLine {
    private let verb: String
    private let output: Output
    private let now: () -> Timestamp
    private let isOn: Bool
    private(set) var total = 0
    private var shown: Timestamp

    /// Between two changes of the line, in nanoseconds.
    private static let interval: Int64 = 100_000_000

    /// - Parameters:
    ///   - verb: what is done with the bytes: `Saving`.
    ///   - isQuiet: only counts.
    init(_ verb: String, session: Session, isQuiet: Bool = false) {
        self.verb = verb
        output = session.err
        now = { session.now }
        isOn = !isQuiet && session.err.isTerminal && session.out.isTerminal
        shown = isOn ? session.now : Timestamp.zero
    }

    /// Counts bytes that went by.
    func count(_ bytes: Int) {
        total += bytes
        guard isOn else { return }
        let time = now()
        guard time.nanoseconds(since: shown) >= Self.interval else { return }
        shown = time
        // A stderr that cannot be written to is no reason to stop the work.
        try? output.write("\r\u{1b}[2K\(verb) \(HumanSize.text(total))")
    }

    /// Wipes the line.
    func finish() {
        if isOn { try? output.write("\r\u{1b}[2K") }
    }
}
