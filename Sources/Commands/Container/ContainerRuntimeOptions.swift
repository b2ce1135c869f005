import CommandGrammar
import JSON

/// What carries the container: its runtime, its log, and what only Windows engines know.
struct ContainerRuntimeOptions: Equatable {
    var runtime = ""
    var isolation = ""
    var logDriver = ""
    var logOptions = ListOf<KeyValue>()
    var cpuCount: Int64 = 0
    var cpuPercent: Int64 = 0
    var maximumBandwidth = ByteCount()
    var maximumOperations: UInt64 = 0

    static var flags: [Flag<ContainerRuntimeOptions>] {
        [
            Flag("cpu-count", \.cpuCount, "How many processors it may use", only: "windows"),
            Flag("cpu-percent", \.cpuPercent, "Percentage of the processors it may use", only: "windows"),
            Flag(
                "io-maxbandwidth", \.maximumBandwidth, "Bytes a second to and from the system drive",
                only: "windows"),
            Flag("io-maxiops", \.maximumOperations, "Operations a second on the system drive", only: "windows"),
            Flag(
                "isolation", \.isolation, "How it is kept apart from the host", since: "1.22", completing: .isolations),
            Flag("log-driver", \.logDriver, "What keeps its output", completing: .logDrivers),
            Flag("log-opt", \.logOptions, "Option of the log driver: KEY=VALUE", completing: .logOptions),
            Flag("runtime", \.runtime, "Program that runs it", since: "1.24", completing: .names(.runtimes)),
        ]
    }

    func write(into body: inout ContainerBody) throws {
        let logging = logOptions.values.dictionary
        if logDriver == "none", !logging.isEmpty {
            throw Failure("--log-opt means nothing where --log-driver is none", status: 125)
        }
        body.host["LogConfig"] = ["Type": .string(logDriver), "Config": .map(logging)]
        if !runtime.isEmpty { body.host["Runtime"] = .string(runtime) }
        if !isolation.isEmpty { body.host["Isolation"] = .string(isolation) }
        if cpuCount != 0 { body.host["CpuCount"] = .int(Int(cpuCount)) }
        if cpuPercent != 0 { body.host["CpuPercent"] = .int(Int(cpuPercent)) }
        if maximumBandwidth.bytes != 0 { body.host["IOMaximumBandwidth"] = .int(Int(maximumBandwidth.bytes)) }
        if maximumOperations != 0 { body.host["IOMaximumIOps"] = .uint(maximumOperations) }
    }

    /// The flag typed that only Windows engines have.
    var windowsFlag: String? {
        if cpuCount != 0 { return "--cpu-count" }
        if cpuPercent != 0 { return "--cpu-percent" }
        if maximumBandwidth.bytes != 0 { return "--io-maxbandwidth" }
        return maximumOperations != 0 ? "--io-maxiops" : nil
    }
}
