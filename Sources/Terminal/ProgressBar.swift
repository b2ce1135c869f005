/// A progress amount in one line: bar, numbers, remaining time.
struct ProgressBar {
    private static let width = 50

    let detail: ProgressMessage.Detail
    /// Of the terminal; 0 when not known.
    let columns: Int
    let now: Timestamp

    /// Empty when nothing is known yet.
    var text: String {
        let current = max(0, detail.current)
        guard detail.total > 0 else { return current > 0 ? amount(current) : "" }
        // The engine may claim more than the total.
        let share = current >= detail.total ? 1 : Double(current) / Double(detail.total)
        let filled = Int(share * Double(Self.width))
        var text = ""
        if columns > 110 {
            let empty = String(repeating: " ", count: Self.width - filled)
            text += "[\(String(repeating: "=", count: filled))>\(empty)] "
        }
        if !detail.hideCounts { text += current > detail.total ? amount(current) : amount(current, of: detail.total) }
        if columns > 50, filled < Self.width, let left = remaining(current) { text += " " + left }
        return text
    }

    private func amount(_ current: Int64, of total: Int64? = nil) -> String {
        if !detail.units.isEmpty { return "\(current)\(total.map { "/\($0)" } ?? "") \(detail.units)" }
        let size = HumanSize.text(current)
        return String(repeating: " ", count: max(0, 8 - size.count)) + size
            + (total.map { "/" + HumanSize.text($0) } ?? "")
    }

    /// The time the rest takes at the speed so far.
    private func remaining(_ current: Int64) -> String? {
        guard current > 0, detail.start > 0 else { return nil }
        let elapsed = now.nanoseconds(since: Timestamp(seconds: detail.start))
        guard elapsed >= 0 else { return nil }
        let seconds = Double(elapsed) / 1e9 * (Double(detail.total - current) / Double(current))
        // A hundred years are as good as never.
        guard seconds < 3.2e9 else { return nil }
        return GoDuration.print(Int64(seconds) * 1_000_000_000)
    }
}
