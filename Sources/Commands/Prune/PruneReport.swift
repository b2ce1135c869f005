import Terminal

/// What a prune removed.
struct PruneReport {
    /// `Deleted Containers:`
    let heading: String
    /// One line for each thing removed.
    var lines: [String]
    /// Bytes.
    var reclaimed: Double

    /// Prints what was removed; nothing when that is nothing.
    func print(to out: Output) throws {
        if lines.isEmpty { return }
        try out.writeLine(heading)
        for line in lines { try out.writeLine(out.escaped(line, as: .cell)) }
        try out.writeLine()
    }

    static func print(total reclaimed: Double, to out: Output) throws {
        try out.writeLine("Total reclaimed space: \(HumanSize.text(reclaimed))")
    }
}
