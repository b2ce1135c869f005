import CommandGrammar
import EngineAPI
import JSON

/// What the container may do, and what it shares with the host and other containers.
struct ContainerSecurityOptions: Equatable {
    var added: [String] = []
    var dropped: [String] = []
    var isPrivileged = false
    var options = ListOf<SecurityOption>()
    var sysctls = ListOf<Sysctl>()
    var ipc = ""
    var pid = ProcessNamespace()
    var uts = HostNamespace()
    var userNamespace = HostNamespace()
    var cgroupNamespace = CgroupNamespace()

    static var flags: [Flag<ContainerSecurityOptions>] {
        [
            Flag("cap-add", \.added, "Capability to have", completing: .capabilities),
            Flag("cap-drop", \.dropped, "Capability to do without", completing: .capabilities),
            Flag("cgroupns", \.cgroupNamespace, "Whose control groups it sees: host, private", since: "1.41"),
            Flag(
                "ipc", \.ipc, "Whose shared memory: none, private, shareable, host, container:NAME",
                completing: .namespace(["host", "none", "private", "shareable"])),
            Flag("pid", \.pid, "Whose processes it sees: host, container:NAME"),
            Flag("privileged", \.isPrivileged, "All capabilities and devices"),
            Flag("security-opt", \.options, "Security option: KEY=VALUE, no-new-privileges"),
            Flag("sysctl", \.sysctls, "Kernel parameter: KEY=VALUE", since: "1.24"),
            Flag("userns", \.userNamespace, "Whose user ids: host", since: "1.23"),
            Flag("uts", \.uts, "Whose host name: host", since: "1.19"),
        ]
    }

    var needs: [Need] {
        (pid.isOfContainer ? [Need("--pid \(pid.text)", 1, 24)] : [])
            + (uncoversSystemPaths ? [Need("--security-opt systempaths=unconfined", 1, 40)] : [])
    }

    private var uncoversSystemPaths: Bool { options.values.contains(where: \.uncoversSystemPaths) }

    func write(into body: inout ContainerBody, _ inputs: ContainerInputs) {
        let lists = [
            ("CapAdd", Capabilities.names(added, for: inputs.version)),
            ("CapDrop", Capabilities.names(dropped, for: inputs.version)), ("SecurityOpt", inputs.securityOptions),
        ]
        for (name, list) in lists where !list.isEmpty { body.host[name] = .strings(list) }
        let texts = [
            ("IpcMode", ipc), ("PidMode", pid.text), ("UTSMode", uts.text), ("UsernsMode", userNamespace.text),
            ("CgroupnsMode", cgroupNamespace.text),
        ]
        for (name, text) in texts where !text.isEmpty { body.host[name] = .string(text) }
        if isPrivileged { body.host["Privileged"] = true }
        if !sysctls.values.isEmpty { body.host["Sysctls"] = .map(sysctls.values.map(\.pair).dictionary) }
        if uncoversSystemPaths {
            body.host["MaskedPaths"] = []
            body.host["ReadonlyPaths"] = []
        }
    }
}
