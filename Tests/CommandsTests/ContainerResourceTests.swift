import Testing

@testable import Commands

@Suite("Resources, devices and rights of a new container: words to body")
struct ContainerResourceTests {
    @Test("amounts become bytes and billionths")
    func amounts() throws {
        #expect(try ContainerWords.host("Memory", "-m", "64m") == "67108864")
        #expect(try ContainerWords.host("MemorySwap", "--memory-swap", "-1") == "-1")
        #expect(try ContainerWords.host("NanoCpus", "--cpus", "1.5") == "1500000000")
        #expect(try ContainerWords.host("ShmSize", "--shm-size", "1.5g") == "1610612736")
        #expect(try ContainerWords.host("MemorySwappiness", "--memory-swappiness", "0") == "0")
        #expect(try ContainerWords.host("MemorySwappiness") == "null")
        #expect(try ContainerWords.host("KernelMemory", "--kernel-memory", "6m") == "6291456")
        #expect(try ContainerWords.host("KernelMemory", "--kernel-memory", "6m", minor: 42) == "null")
    }

    @Test("--ulimit keeps the last of a name, in the order of the names")
    func ulimits() throws {
        #expect(
            try ContainerWords.host(
                "Ulimits", "--ulimit", "nofile=1", "--ulimit", "nofile=10:20", "--ulimit", "core=-1")
                == #"[{"Name":"core","Hard":-1,"Soft":-1},{"Name":"nofile","Hard":20,"Soft":10}]"#)
    }

    @Test("devices have a path, a place and permissions, or a qualified name")
    func devices() throws {
        #expect(
            try ContainerWords.host("Devices", "--device", "/dev/null:/dev/n:r", "--device", "/dev/zero:rw")
                == #"[{"PathOnHost":"/dev/null","PathInContainer":"/dev/n","CgroupPermissions":"r"},"#
                + #"{"PathOnHost":"/dev/zero","PathInContainer":"/dev/zero","CgroupPermissions":"rw"}]"#)
        #expect(
            try ContainerWords.host("DeviceRequests", "--device", "vendor.com/class=name")
                == #"[{"Driver":"cdi","DeviceIDs":["vendor.com/class=name"]}]"#)
        #expect(
            try ContainerWords.needs("--device", "vendor.com/class=name") == ["--device vendor.com/class=name 1.40"])
    }

    @Test(
        "--gpus takes a number, all, or fields",
        arguments: [
            ("all", #"[{"Driver":"","Count":-1,"DeviceIDs":null,"Capabilities":[["gpu"]],"Options":{}}]"#),
            ("2", #"[{"Driver":"","Count":2,"DeviceIDs":null,"Capabilities":[["gpu"]],"Options":{}}]"#),
            ("driver=x", #"[{"Driver":"x","Count":1,"DeviceIDs":null,"Capabilities":[["gpu"]],"Options":{}}]"#),
            (
                #""device=0,1",driver=nvidia,options=a=b,"capabilities=utility,compute""#,
                #"[{"Driver":"nvidia","Count":0,"DeviceIDs":["0","1"],"#
                    + #""Capabilities":[["utility","compute","gpu"]],"Options":{"a":"b"}}]"#
            ),
        ])
    func gpus(_ text: String, _ json: String) throws {
        #expect(try ContainerWords.host("DeviceRequests", "--gpus", text) == json)
    }

    @Test("limits of single disks")
    func disks() throws {
        #expect(
            try ContainerWords.host("BlkioWeightDevice", "--blkio-weight-device", "/dev/vda:100")
                == #"[{"Path":"/dev/vda","Weight":100}]"#)
        #expect(
            try ContainerWords.host("BlkioDeviceReadBps", "--device-read-bps", "/dev/vda:1mb")
                == #"[{"Path":"/dev/vda","Rate":1048576}]"#)
        #expect(
            try ContainerWords.host("BlkioDeviceWriteIOps", "--device-write-iops", "/dev/vda:10")
                == #"[{"Path":"/dev/vda","Rate":10}]"#)
    }

    @Test(
        "wrong amounts, devices and rights are told in one line",
        arguments: [
            ("--memory", "1x", #""1x" is not a size (try 512m or 1.5g)"#),
            ("--memory-swap", "-2", #""-2" is not a size (try 512m or 1.5g)"#),
            ("--memory-swappiness", "101", "101 is not within 0 to 100"),
            ("--cpus", "0.0000000001", #""0.0000000001" is more precise than 0.000000001"#),
            ("--ulimit", "nofile", #""nofile" is not of the form NAME=SOFT[:HARD]"#),
            ("--ulimit", "nofile=2:1", #"the soft limit of "nofile=2:1" is above the hard one"#),
            ("--ulimit", "nofile=1:2:3", #""nofile=1:2:3" is not of the form NAME=SOFT[:HARD]"#),
            ("--device", "a:b:c:d", #""a:b:c:d" is not of the form SOURCE[:PATH][:PERMISSIONS]"#),
            ("--device", "/dev/a:/dev/b:rr", #"the permissions "rr" are not made of r, w and m, each once"#),
            ("--device-read-bps", "x:1", #""x:1" is not of the form /dev/NAME:BYTES"#),
            ("--device-read-iops", "/dev/x:-1", #""-1" is not a whole number"#),
            ("--blkio-weight-device", "/dev/x:5", #"the weight "5" is neither 0 nor within 10 to 1000"#),
            ("--gpus", "", "it names no graphics processor"),
            ("--gpus", "foo", #""foo" is neither all nor a number"#),
            ("--gpus", "count=1,count=2", #"count is given twice in "count=1,count=2""#),
            ("--pid", "container:", #""container:" is neither host nor container:NAME"#),
            ("--uts", "private", #""private" is not host"#),
            ("--cgroupns", "foo", #""foo" is neither host nor private"#),
            ("--sysctl", "kernel.foo=1", "kernel.foo cannot be set for one container"),
            ("--sysctl", "net.foo", #""net.foo" is not of the form KEY=VALUE"#),
            ("--security-opt", "foo", #""foo" is not of the form KEY=VALUE"#),
        ])
    func wrong(_ flag: String, _ text: String, _ reason: String) throws {
        #expect(try ContainerWords.complaint(flag, text) == "tug create: invalid value for \(flag): \(reason)")
    }

    @Test(
        "device rules",
        arguments: [
            ("c 42:* rwm", true), ("a *:* r", true), ("d 1:2 r", false), ("c 1 r", false), ("c 1:2 rwmr", false),
            ("", false),
        ])
    func rules(_ text: String, _ isRight: Bool) throws {
        #expect(try (ContainerWords.complaint("--device-cgroup-rule", text) == nil) == isRight)
    }

    @Test("capabilities are spelt as the engine understands them")
    func capabilities() throws {
        let words = ["--cap-add", "net_admin", "--cap-add", "ALL", "--cap-add", "CAP_NET_ADMIN"]
        let modern = try ContainerWords.body(words)["HostConfig"]?["CapAdd"]
        let old = try ContainerWords.body(words, minor: 39)["HostConfig"]?["CapAdd"]
        #expect(modern == ["ALL", "CAP_NET_ADMIN"])
        #expect(old == ["ALL", "NET_ADMIN"])
    }

    @Test("uncovered system paths are empty lists, and need an engine that knows them")
    func systemPaths() throws {
        let words = ["--security-opt", "systempaths=unconfined"]
        #expect(try ContainerWords.host("MaskedPaths", words[0], words[1]) == "[]")
        #expect(try ContainerWords.host("ReadonlyPaths", words[0], words[1]) == "[]")
        #expect(try ContainerWords.needs(words[0], words[1]) == ["--security-opt systempaths=unconfined 1.40"])
    }

    @Test("sharing another container's processes needs an engine that does so")
    func pid() throws {
        #expect(try ContainerWords.needs("--pid", "container:x") == ["--pid container:x 1.24"])
        #expect(try ContainerWords.host("PidMode", "--pid", "container:x") == #""container:x""#)
    }
}
