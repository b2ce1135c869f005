import CommandGrammar
import Terminal

/// What stands in more than one place.
extension Completion {
    static var signals: Completion {
        .words(SignalName.all.map { Candidate($0) })
    }

    static var platforms: Completion {
        .words(
            [
                "linux/386", "linux/amd64", "linux/arm/v5", "linux/arm/v6", "linux/arm/v7", "linux/arm64",
                "linux/loong64", "linux/mips64le", "linux/ppc64le", "linux/riscv64", "linux/s390x", "windows/amd64",
            ])
    }

    static var isolations: Completion {
        .words([
            Candidate("default", "What the engine is set to"), Candidate("hyperv", "A virtual machine (Windows)"),
            Candidate("process", "A process of the host (Windows)"),
        ])
    }

    static var logDrivers: Completion {
        .words([
            Candidate("awslogs", "Amazon CloudWatch"), Candidate("etwlogs", "Event Tracing for Windows"),
            Candidate("fluentd", "A Fluentd collector"), Candidate("gcplogs", "Google Cloud Logging"),
            Candidate("gelf", "A Graylog endpoint"), Candidate("journald", "The journal of the host"),
            Candidate("json-file", "JSON files on the host"), Candidate("local", "Compact files on the host"),
            Candidate("none", "Nothing is kept"), Candidate("splunk", "A Splunk collector"),
            Candidate("syslog", "A syslog server"),
        ])
    }

    static var logOptions: Completion {
        .pairs([
            Pair("compress", "Compress files that were set aside", .words(["true", "false"])),
            Pair("env", "Variables to note beside each line"),
            Completion.Pair("labels", "Labels to note beside each line"),
            Pair("max-buffer-size", "Bytes to hold back in non-blocking mode"),
            Pair("max-file", "How many files to keep"), Completion.Pair("max-size", "Bytes before a new file begins"),
            Pair("mode", "Whether output waits for the driver", .words(["blocking", "non-blocking"])),
            Pair("tag", "What marks each line"),
        ])
    }

    /// The names of Linux, without `CAP_`.
    static var capabilities: Completion {
        .words(
            [Candidate("ALL", "Every one of them")]
                + [
                    "AUDIT_CONTROL", "AUDIT_READ", "AUDIT_WRITE", "BLOCK_SUSPEND", "BPF", "CHECKPOINT_RESTORE", "CHOWN",
                    "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "IPC_LOCK", "IPC_OWNER", "KILL", "LEASE",
                    "LINUX_IMMUTABLE", "MAC_ADMIN", "MAC_OVERRIDE", "MKNOD", "NET_ADMIN", "NET_BIND_SERVICE",
                    "NET_BROADCAST", "NET_RAW", "PERFMON", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYSLOG",
                    "SYS_ADMIN",
                    "SYS_BOOT", "SYS_CHROOT", "SYS_MODULE", "SYS_NICE", "SYS_PACCT", "SYS_PTRACE", "SYS_RAWIO",
                    "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "WAKE_ALARM",
                ].map { Candidate($0) })
    }

    static var networkDrivers: Completion {
        .words([
            Candidate("bridge", "A network of this host"), Candidate("ipvlan", "Addresses on a network of the host"),
            Candidate("macvlan", "Hardware addresses on a network of the host"),
            Candidate("overlay", "A network of several hosts"),
        ])
    }

    static var networkOptions: Completion {
        .pairs([
            Pair(
                "com.docker.network.bridge.enable_icc", "Whether containers reach each other",
                .words(["true", "false"])),
            Pair(
                "com.docker.network.bridge.enable_ip_masquerade", "Whether they reach outside",
                .words(["true", "false"])),
            Pair("com.docker.network.bridge.host_binding_ipv4", "Address that ports are published at"),
            Pair("com.docker.network.bridge.name", "Name of the bridge"),
            Pair("com.docker.network.container_iface_prefix", "How interfaces in containers begin"),
            Pair("com.docker.network.driver.mtu", "Largest packet"),
            Pair("encrypted", "Encrypt what goes between hosts (overlay)", nil),
            Pair("ipvlan_mode", "Layer of ipvlan", .words(["l2", "l3", "l3s"])),
            Pair("macvlan_mode", "Mode of macvlan", .words(["bridge", "passthru", "private", "vepa"])),
            Pair("parent", "Interface of the host (ipvlan, macvlan)"),
        ])
    }

    static var endpointOptions: Completion {
        .pairs([
            Pair("com.docker.network.endpoint.ifname", "Name of the interface in the container"),
            Pair("com.docker.network.endpoint.sysctls", "Kernel parameters of the interface"),
        ])
    }

    static var localVolumeOptions: Completion {
        .pairs([
            Pair("device", "What to mount", .files), Pair("o", "Options of the mount"),
            Pair("type", "Type of the file system", .words(["btrfs", "cifs", "ext4", "nfs", "none", "tmpfs", "xfs"])),
        ])
    }

    static var resolverOptions: Completion {
        .words([
            Candidate("attempts:", isOpen: true), "edns0", "inet6", Candidate("ndots:", isOpen: true), "no-aaaa",
            "no-check-names", "rotate", "single-request", "single-request-reopen", Candidate("timeout:", isOpen: true),
            "trust-ad", "use-vc",
        ])
    }

    /// Keys held with control, one after the other.
    static var detachKeys: Completion {
        .list(.words("abcdefghijklmnopqrstuvwxyz@[\\]^_".map { Candidate("ctrl-\($0)") }))
    }

    /// What `--change` takes.
    static var instructions: Completion {
        let words = [
            "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "ONBUILD", "STOPSIGNAL", "USER", "VOLUME",
            "WORKDIR",
        ]
        return .words(words.map { Candidate($0, isOpen: true) })
    }

    static var buildSecrets: Completion {
        .list(
            .pairs([
                Pair("env", "Variable that holds it", .names(.variables)), Pair("id", "Its name in the build"),
                Pair("src", "File that holds it", .files), Pair("type", "What holds it", .words(["env", "file"])),
            ]))
    }

    static var buildAgents: Completion { .pairs([Pair("default", "The agent, or its socket or keys", .files)]) }

    static var buildOutputs: Completion {
        let types = ["docker", "image", "local", "oci", "registry", "tar"]
        return .either([
            .list(.pairs([Pair("dest", "Where to", .files), Pair("type", "What it becomes", .words(of: types))])),
            .folders,
        ])
    }

    /// `CONTAINER:PATH`, or a path of this machine.
    static var pathInContainer: Completion {
        .split(
            ":", first: .either([.names(.containerPaths), .files]), second: .nothing)
    }

    /// `container:NAME` beside some words.
    static func namespace(_ words: [Candidate]) -> Completion {
        .split(
            ":", first: .words(words + [Candidate("container:", "That of a container", isOpen: true)]),
            second: .names(.runningContainers))
    }

    /// Words of the program's own lists.
    static func words(of texts: [String]) -> Completion { .words(texts.map { Candidate($0) }) }
}
