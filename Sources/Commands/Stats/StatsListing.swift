import EngineAPI
import Terminal

/// One line of `tug stats`.
struct StatsRow {
    /// As typed, or a container's short id.
    let name: String
    /// What is known of the container otherwise, for engines whose samples do not tell.
    var knownID = ""
    var knownName = ""
    /// nil before the first one, and when no more will come.
    var sample: ContainerSample?
    let isTruncated: Bool
}

extension Listing where Row == StatsRow {
    static func stats(isWindows: Bool) -> Listing {
        Listing(
            typeName: "*container.statsContext",
            columns: [
                Column("CONTAINER", "Container") { $0.name },
                Column("CONTAINER ID", "ID") { $0.id },
                Column("NAME", "Name") { $0.displayName },
                Column("CPU %", "CPUPerc") { $0.sample.map { Percentage.text($0.processorPercent) } ?? unknown },
                Column(isWindows ? "PRIV WORKING SET" : "MEM USAGE / LIMIT", "MemUsage") { $0.memory },
                Column("MEM %", "MemPerc") {
                    $0.sample.flatMap { $0.isWindows ? nil : Percentage.text($0.memoryPercent) } ?? unknown
                },
                Column("NET I/O", "NetIO") { $0.sample.map { pair($0.network.received, $0.network.sent) } ?? unknown },
                Column("BLOCK I/O", "BlockIO") { $0.sample.map { pair($0.disk.read, $0.disk.written) } ?? unknown },
                Column("PIDS", "PIDs") { $0.sample?.processes.map { String($0) } ?? unknown },
            ],
            table: isWindows
                ? ["ID", "Name", "CPUPerc", "MemUsage", "NetIO", "BlockIO"]
                : ["ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO", "PIDs"])
    }

    private static var unknown: String { "--" }

    private static func pair(_ one: Double, _ other: Double) -> String {
        "\(HumanSize.text(one, precision: 3)) / \(HumanSize.text(other, precision: 3))"
    }
}

extension StatsRow {
    fileprivate var id: String {
        let id = sample.flatMap { $0.id.isEmpty ? nil : $0.id } ?? knownID
        return isTruncated ? ShortID.of(id) : id
    }

    fileprivate var displayName: String {
        let name = sample.flatMap { $0.name.isEmpty ? nil : $0.name } ?? knownName
        let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
        return bare.isEmpty ? "--" : bare
    }

    fileprivate var memory: String {
        guard let sample else { return "-- / --" }
        let used = BytesSize.text(sample.memory)
        return sample.isWindows ? used : "\(used) / \(BytesSize.text(sample.memoryLimit))"
    }
}

/// Percent with two decimals: `12.50%`.
private enum Percentage {
    static func text(_ percent: Double) -> String {
        guard let hundredths = Int64(exactly: (percent * 100).rounded()) else { return "--" }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
