import CommandGrammar

extension ImageBuild {
    static var contentFlags: [Flag<ImageBuild>] {
        [
            Flag("add-host", \.hosts, "A line for /etc/hosts while building (name:ip)", since: "1.28"),
            Flag("build-arg", \.arguments, "A value for an ARG of the Dockerfile", since: "1.21"),
            Flag("cache-from", \.cacheFrom, "Images whose layers may be reused", completing: .list(.names(.images))),
            Flag("compress", \.compresses, "Send the context packed by gzip"),
            Flag("disable-content-trust", \.trustIsOff, "Without effect", hidden: true, deprecated: "it has no effect"),
            Flag("file", short: "f", \.file, "The Dockerfile, - for standard input", value: "path"),
            Flag("force-rm", \.settings.alwaysRemovesContainers, "Remove containers of a failed build too"),
            Flag("iidfile", \.idFile, "Write the image's id to a file", value: "path"),
            Flag("label", \.labels, "A label for the image (key=value)", since: "1.23"),
            Flag("load", \.loads, "Without effect: the image is always kept", hidden: true),
            Flag("no-cache", \.noCache, "Build every step anew"),
            Flag(
                "platform", \.settings.platform, "Build for this os[/arch[/variant]]", since: "1.38",
                completing: .platforms),
            Flag(
                "progress", \.progress, "Without effect: the classic builder has one kind of progress",
                completing: .words(["auto", "plain", "tty"])),
            Flag("pull", \.settings.pulls, "Look for newer base images"),
            Flag("quiet", short: "q", \.settings.isQuiet, "Print only the image's id"),
            Flag("rm", \.settings.removesContainers, "Remove the containers of a build that went well"),
            Flag("squash", \.settings.squashes, "Make one layer of the new ones (experimental)", since: "1.25"),
            Flag("stream", \.streams, "Without effect", hidden: true),
            Flag("tag", short: "t", \.tags, "A name for the image (name[:tag])", completing: .names(.repositories)),
            Flag("target", \.settings.target, "The stage to stop at", since: "1.29"),
        ]
    }

    static var resourceFlags: [Flag<ImageBuild>] {
        [
            Flag("cgroup-parent", \.settings.cgroupParent, "The cgroup above the build's containers"),
            Flag("cpu-period", \.settings.cpuPeriod, "Length of a CPU period in microseconds", since: "1.19"),
            Flag("cpu-quota", \.settings.cpuQuota, "CPU time per period in microseconds", since: "1.19"),
            Flag("cpu-shares", short: "c", \.settings.cpuShares, "CPU share relative to others"),
            Flag("cpuset-cpus", \.settings.cpuSet, "CPUs to run on (0-3, 0,1)"),
            Flag("cpuset-mems", \.settings.memoryNodes, "Memory nodes to use (0-3, 0,1)"),
            Flag(
                "isolation", \.settings.isolation, "How containers are kept apart (Windows engines)",
                completing: .isolations),
            Flag("memory", short: "m", \.memory, "The most memory a step may use"),
            Flag("memory-swap", \.memoryAndSwap, "The most memory and swap together, -1 for any swap"),
            Flag(
                "network", \.network, "The network of RUN steps", since: "1.25",
                completing: .either([.words(["none"]), .names(.networks)])),
            Flag(
                "security-opt", \.securityOptions, "Option of isolation (Windows engines)",
                completing: SecurityOption.completion),
            Flag("shm-size", \.sharedMemory, "Memory behind /dev/shm", since: "1.22"),
            Flag("ulimit", \.limits, "A limit of processes (name=soft[:hard])", since: "1.21"),
        ]
    }
}
