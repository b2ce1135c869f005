import CommandGrammar
import EngineAPI
import JSON

/// How much the container may take of processors, memory and processes.
struct ContainerResourceOptions: Equatable {
    var cpus = ProcessorCount()
    var cpuShares: Int64 = 0
    var cpuPeriod: Int64 = 0
    var cpuQuota: Int64 = 0
    var realtimePeriod: Int64 = 0
    var realtimeRuntime: Int64 = 0
    var cpusetCPUs = ""
    var cpusetMemory = ""
    var memory = ByteCount()
    var memoryReservation = ByteCount()
    var memorySwap = SwapLimit()
    var swappiness = Swappiness()
    var kernelMemory = ByteCount()
    var sharedMemory = ByteCount()
    var isOOMKillDisabled = false
    var oomScoreAdjustment = 0
    var processes: Int64 = 0
    var ulimits = Ulimits()
    var cgroupParent = ""

    static var flags: [Flag<ContainerResourceOptions>] {
        [
            Flag("cgroup-parent", \.cgroupParent, "Control group above the container's"),
            Flag("cpu-period", \.cpuPeriod, "Length of the scheduler's period in microseconds", since: "1.19"),
            Flag("cpu-quota", \.cpuQuota, "Microseconds of processor time in a period", since: "1.19"),
            Flag("cpu-rt-period", \.realtimePeriod, "Period of real-time tasks in microseconds", since: "1.25"),
            Flag("cpu-rt-runtime", \.realtimeRuntime, "Microseconds of real-time tasks in a period", since: "1.25"),
            Flag("cpu-shares", short: "c", \.cpuShares, "Weight where processors are scarce"),
            Flag("cpus", \.cpus, "How many processors it may use: 1.5", since: "1.25"),
            Flag("cpuset-cpus", \.cpusetCPUs, "Processors to run on: 0-3, 0,1"),
            Flag("cpuset-mems", \.cpusetMemory, "Memory nodes to use: 0-3, 0,1", since: "1.19"),
            Flag(
                "kernel-memory", \.kernelMemory, "Limit of the kernel's memory", since: "1.21", hidden: true,
                deprecated: "current kernels ignore it"),
            Flag("memory", short: "m", \.memory, "Limit of memory"),
            Flag("memory-reservation", \.memoryReservation, "Memory to get back to when it is scarce", since: "1.21"),
            Flag("memory-swap", \.memorySwap, "Limit of memory and swap together, -1 for none"),
            Flag("memory-swappiness", \.swappiness, "How willingly to swap: 0 to 100", since: "1.20"),
            Flag("oom-kill-disable", \.isOOMKillDisabled, "Never kill it for lack of memory", since: "1.19"),
            Flag(
                "oom-score-adj", \.oomScoreAdjustment, "How willingly to kill it for lack of memory: -1000 to 1000",
                since: "1.21"),
            Flag("pids-limit", \.processes, "Limit of processes, -1 for none", since: "1.23"),
            Flag("shm-size", \.sharedMemory, "Memory behind /dev/shm", since: "1.22"),
            Flag("ulimit", \.ulimits, "Limit of each process: NAME=SOFT[:HARD]"),
        ]
    }

    func write(into body: inout ContainerBody, _ version: APIVersion) {
        let numbers: [(String, Int64)] = [
            ("NanoCpus", cpus.nano), ("CpuShares", cpuShares), ("CpuPeriod", cpuPeriod), ("CpuQuota", cpuQuota),
            ("CpuRealtimePeriod", realtimePeriod), ("CpuRealtimeRuntime", realtimeRuntime), ("Memory", memory.bytes),
            ("MemoryReservation", memoryReservation.bytes), ("MemorySwap", memorySwap.bytes),
            ("KernelMemory", version < APIVersion(1, 42) ? kernelMemory.bytes : 0), ("ShmSize", sharedMemory.bytes),
            ("OomScoreAdj", Int64(oomScoreAdjustment)), ("PidsLimit", processes),
        ]
        for (name, value) in numbers where value != 0 { body.host[name] = .int(Int(value)) }
        let texts = [("CpusetCpus", cpusetCPUs), ("CpusetMems", cpusetMemory), ("CgroupParent", cgroupParent)]
        for (name, value) in texts where !value.isEmpty { body.host[name] = .string(value) }
        if swappiness.percent >= 0 { body.host["MemorySwappiness"] = .int(Int(swappiness.percent)) }
        if isOOMKillDisabled { body.host["OomKillDisable"] = true }
        body.host["Ulimits"] = ulimits.json
    }
}
