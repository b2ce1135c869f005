import JSON

/// One object of `GET /containers/NAME/stats`: what a container used up to a moment, on engines of every age.
///
/// Amounts are bytes, as floating point, since they are only shown.
public struct ContainerSample: Sendable {
    private let json: JSONValue
    /// Where the engine does not tell the sample before (API 1.18), the one that was read before.
    private let before: JSONValue?
    private let seconds: Double
    /// The container is a Windows one: some amounts mean other things there.
    public let isWindows: Bool

    /// - Parameters:
    ///   - previous: the sample read before this one.
    ///   - isWindows: the engine's containers are Windows's; from API 1.52 on the sample tells.
    ///   - seconds: between the two.
    public init(
        _ json: JSONValue, after previous: ContainerSample? = nil, isWindows: Bool = false, seconds: Double = 1
    ) {
        self.json = json
        self.seconds = seconds
        before = json["precpu_stats"] ?? previous?.json["cpu_stats"]
        self.isWindows = json["os_type"].map { $0.string == "windows" } ?? isWindows
    }

    /// Empty before API 1.21.
    public var id: String { json.text("id") }
    /// With a slash in front; empty before API 1.21.
    public var name: String { json.text("name") }

    /// Processor time used since the sample before, in percent of one processor.
    public var processorPercent: Double {
        guard let now = json["cpu_stats"] else { return 0 }
        let used = number(now.at("cpu_usage", "total_usage")) - number(before?.at("cpu_usage", "total_usage"))
        if isWindows {
            // Windows counts in units of 100 ns.
            let possible = seconds * 1e7 * number(json["num_procs"])
            return possible > 0 && used > 0 ? used / possible * 100 : 0
        }
        let passed = number(now["system_cpu_usage"]) - number(before?["system_cpu_usage"])
        let told = number(now["online_cpus"])
        let processors = told > 0 ? told : Double(now.at("cpu_usage", "percpu_usage")?.count ?? 0)
        return used > 0 && passed > 0 ? used / passed * processors * 100 : 0
    }

    /// Memory in use without the file cache that can be had back at once.
    public var memory: Double {
        guard let memory = json["memory_stats"] else { return 0 }
        if isWindows { return number(memory["privateworkingset"]) }
        let usage = number(memory["usage"])
        // The first is cgroup v1's, the second v2's.
        for key in ["total_inactive_file", "inactive_file"] {
            guard let cache = memory.at("stats", key) else { continue }
            if number(cache) < usage { return usage - number(cache) }
        }
        return usage
    }

    /// 0 where there is none to tell.
    public var memoryLimit: Double { number(json.at("memory_stats", "limit")) }
    public var memoryPercent: Double { memoryLimit > 0 ? memory / memoryLimit * 100 : 0 }

    /// Bytes received and sent on all networks; before API 1.21 there is one.
    public var network: (received: Double, sent: Double) {
        let all = json["networks"]?.members.map(\.value) ?? [json["network"]].compactMap { $0 }
        return (
            all.reduce(0) { $0 + number($1["rx_bytes"]) }, all.reduce(0) { $0 + number($1["tx_bytes"]) }
        )
    }

    /// Bytes read from and written to disks.
    public var disk: (read: Double, written: Double) {
        if isWindows {
            let storage = json["storage_stats"]
            return (number(storage?["read_size_bytes"]), number(storage?["write_size_bytes"]))
        }
        let entries = json["blkio_stats"]?.list("io_service_bytes_recursive").map { $0 } ?? []
        let sum = { (letter: String) in
            entries.filter { $0.text("op").lowercased().hasPrefix(letter) }.reduce(0.0) { $0 + number($1["value"]) }
        }
        return (sum("r"), sum("w"))
    }

    /// nil where the engine does not tell: before API 1.23, and on Windows.
    public var processes: Int? { isWindows ? nil : json["pids_stats"]?.integer("current") }

    private func number(_ value: JSONValue?) -> Double { value?.double ?? 0 }
}
