import CommandGrammar
import EngineAPI
import JSON

struct ContainerUpdate: Action, Equatable {
    var blockWeight: UInt16 = 0
    var resources = ContainerResourceOptions()
    var restart: RestartPolicy?
    /// Whether any flag was typed: some say 0, which changes nothing.
    var isGiven = false
    var containers: [String] = []

    static var command: Command {
        Command(
            "update", "Change what containers may use", since: "1.22", ContainerUpdate.self,
            examples: ["tug update --memory 512m --cpus 1.5 web", "tug update --restart unless-stopped web db"],
            flags: flags.noting(in: \.isGiven),
            arguments: [Argument("CONTAINER", all: \.containers, atLeast: 1)])
    }

    private static var flags: [Flag<ContainerUpdate>] {
        resourceFlags.at(\.resources) + [
            Flag("blkio-weight", \.blockWeight, "Weight where disks are busy: 10 to 1000"),
            Flag("restart", \.restart, "What to do when it ends", since: "1.23"),
        ]
    }

    private static let changeable: Set<String> = [
        "cpu-period", "cpu-quota", "cpu-rt-period", "cpu-rt-runtime", "cpu-shares", "cpus", "cpuset-cpus",
        "cpuset-mems", "kernel-memory", "memory", "memory-reservation", "memory-swap", "pids-limit",
    ]

    /// What engines learnt to change later than to set.
    private static let newer = ["cpus": "1.29", "pids-limit": "1.40"]

    private static var resourceFlags: [Flag<ContainerResourceOptions>] {
        ContainerResourceOptions.flags.filter { changeable.contains($0.spec.name) }.map { flag in
            newer[flag.spec.name].map(flag.since) ?? flag
        }
    }

    func run(_ session: Session) throws {
        guard isGiven else { throw Failure("nothing is to be changed: give at least one flag") }
        let version = try session.engine.version()
        try restart?.check(version)
        var changes = ContainerBody()
        resources.write(into: &changes, version)
        // Limits of processes are fixed once they run.
        changes.host["Ulimits"] = nil
        if blockWeight != 0 { changes.host["BlkioWeight"] = .int(Int(blockWeight)) }
        if let restart { changes.host["RestartPolicy"] = restart.json }
        if changes.host == [:], resources.kernelMemory.bytes != 0 {
            throw Failure("--kernel-memory: engines from API 1.42 (Docker 23.0) on do not limit it")
        }
        try ObjectRequests(names: containers).each(session) { name in
            let answer = try session.engine.json(.updateContainer(name, changes.host)).root
            try session.out.writeLine(session.out.escaped(name))
            for warning in answer.strings("Warnings") { session.warn(warning) }
        }
    }
}
