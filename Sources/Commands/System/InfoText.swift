import JSON
import Terminal

/// `info` as people read it: an indented line for each thing that the engine tells.
struct InfoText {
    let out: Output

    func show(_ client: ClientDescription) throws {
        try out.writeLine("Client: \(ClientDescription.name)")
        try line(1, "Version", "    \(Version.number)")
        try line(1, "API version", client.apiText)
        try line(1, "Context", "    \(client.context)")
        try line(1, "Debug Mode", client.isDebugging ? " true" : " false")
        if let version = client.spoken?.version { try showLack(NewerFeatures(than: version)) }
        try out.writeLine()
    }

    func show(_ info: JSONValue) throws {
        try out.writeLine("Server:")
        try showContents(info)
        try showPlugins(info)
        try showSwarm(info["Swarm"])
        try showRuntimes(info)
        try showSecurity(info)
        try showMachine(info)
        try showDaemon(info)
        try showRegistries(info["RegistryConfig"])
        try showNetwork(info)
        try out.writeLine()
    }

    private func showLack(_ lack: NewerFeatures) throws {
        if lack.commands.isEmpty && lack.flags.isEmpty { return }
        try heading(1, "Engine too old for")
        for command in lack.commands { try out.writeLine("  \(command)") }
        for (command, names) in lack.flags { try out.writeLine("  \(command) \(names.joined(separator: ", "))") }
    }

    private func showContents(_ info: JSONValue) throws {
        try number(1, "Containers", info["Containers"])
        try number(2, "Running", info["ContainersRunning"])
        try number(2, "Paused", info["ContainersPaused"])
        try number(2, "Stopped", info["ContainersStopped"])
        try number(1, "Images", info["Images"])
        try text(1, "Server Version", info["ServerVersion"])
        try text(1, "Storage Driver", info["Driver"])
        try pairs(2, info.list("DriverStatus"))
        try pairs(1, info.list("SystemStatus"))
        if info.text("ExecutionDriver") != "<not supported>" {
            try text(1, "Execution Driver", info["ExecutionDriver"])
        }
        try text(1, "Logging Driver", info["LoggingDriver"])
        try text(1, "Cgroup Driver", info["CgroupDriver"])
        try text(1, "Cgroup Version", info["CgroupVersion"])
    }

    private func showPlugins(_ info: JSONValue) throws {
        if let plugins = info["Plugins"], plugins.kind == .object {
            try heading(1, "Plugins")
            try line(2, "Volume", plugins.strings("Volume").joined(separator: " "))
            try line(2, "Network", plugins.strings("Network").joined(separator: " "))
            let authorization = plugins.strings("Authorization")
            if !authorization.isEmpty { try line(2, "Authorization", authorization.joined(separator: " ")) }
            // Engines before API 1.25 do not list them.
            if plugins["Log"] != nil { try line(2, "Log", plugins.strings("Log").joined(separator: " ")) }
        }
        try list(1, "CDI spec directories", info.strings("CDISpecDirs"))
        try list(
            1, "Discovered Devices", info.list("DiscoveredDevices").map { "\($0.text("Source")): \($0.text("ID"))" })
    }

    private func showRuntimes(_ info: JSONValue) throws {
        let runtimes = (info["Runtimes"]?.members.map(\.key) ?? []).sorted()
        if !runtimes.isEmpty {
            try line(1, "Runtimes", runtimes.joined(separator: " "))
            try line(1, "Default Runtime", info.text("DefaultRuntime"))
        }
        guard info.text("OSType") == "linux" else { return try text(1, "Default Isolation", info["Isolation"]) }
        if let binary = info["InitBinary"]?.string { try line(1, "Init Binary", binary) }
        for (name, key) in [
            ("containerd version", "ContainerdCommit"), ("runc version", "RuncCommit"), ("init version", "InitCommit"),
        ] {
            if let commit = info[key], commit.kind == .object { try line(1, name, commit.text("ID")) }
        }
    }

    /// An option is a name (before API 1.25) or `name=seccomp,profile=default`.
    private func showSecurity(_ info: JSONValue) throws {
        let options = info.strings("SecurityOptions")
        if options.isEmpty { return }
        try heading(1, "Security Options")
        for option in options {
            for part in option.split(separator: ",") {
                let pair = part.split(separator: "=", maxSplits: 1)
                switch (pair.first, pair.last) {
                case ("name", let name?): try out.writeLine("  " + escaped(String(name)))
                case ("profile", let profile?): try line(3, "Profile", String(profile))
                default: try out.writeLine("  " + escaped(String(part)))
                }
            }
        }
    }

    private func showMachine(_ info: JSONValue) throws {
        for (name, key) in [
            ("Kernel Version", "KernelVersion"), ("Operating System", "OperatingSystem"), ("OSType", "OSType"),
            ("Architecture", "Architecture"),
        ] {
            try text(1, name, info[key])
        }
        try number(1, "CPUs", info["NCPU"])
        if let memory = info["MemTotal"]?.int { try line(1, "Total Memory", BytesSize.text(memory)) }
        try text(1, "Name", info["Name"])
        try text(1, "ID", info["ID"])
        try text(1, "Docker Root Dir", info["DockerRootDir"])
    }

    private func showDaemon(_ info: JSONValue) throws {
        if let isDebugging = info["Debug"]?.bool {
            try line(1, "Debug Mode", isDebugging)
            if isDebugging {
                try number(2, "File Descriptors", info["NFd"])
                try number(2, "Goroutines", info["NGoroutines"])
                try text(2, "System Time", info["SystemTime"])
                try number(2, "EventsListeners", info["NEventsListener"])
            }
        }
        try text(1, "HTTP Proxy", info["HttpProxy"])
        try text(1, "HTTPS Proxy", info["HttpsProxy"])
        try text(1, "No Proxy", info["NoProxy"])
        try text(1, "Username", info["Username"])
        try list(1, "Labels", info.strings("Labels"))
        if let isExperimental = info["ExperimentalBuild"]?.bool { try line(1, "Experimental", isExperimental) }
    }

    private func showRegistries(_ config: JSONValue?) throws {
        guard let config else { return }
        let indexes = config["IndexConfigs"]?.members.map(\.value) ?? []
        let networks = config.strings("InsecureRegistryCIDRs")
        if !indexes.isEmpty || !networks.isEmpty {
            let names = indexes.filter { !$0.flag("Secure") }.map { $0.text("Name") }.sorted()
            try heading(1, "Insecure Registries")
            for name in names + networks { try out.writeLine("  " + escaped(name)) }
        }
        try list(1, "Registry Mirrors", config.strings("Mirrors"))
    }

    private func showNetwork(_ info: JSONValue) throws {
        if let isLive = info["LiveRestoreEnabled"]?.bool { try line(1, "Live Restore Enabled", isLive) }
        try text(1, "Product License", info["ProductLicense"])
        let pools = info.list("DefaultAddressPools")
        if !pools.isEmpty {
            try heading(1, "Default Address Pools")
            for pool in pools {
                try out.writeLine("   Base: \(escaped(pool.text("Base"))), Size: \(pool.integer("Size"))")
            }
        }
        if let firewall = info["FirewallBackend"], firewall.kind == .object {
            try line(1, "Firewall Backend", firewall.text("Driver"))
            try pairs(2, firewall.list("Info"))
        }
        if let interface = info["NRI"], interface.kind == .object {
            try list(1, "NRI", pairTexts(interface.list("Info")))
        }
    }
}

extension InfoText {
    func line(_ depth: Int, _ name: String, _ value: String) throws {
        try out.writeLine(String(repeating: " ", count: depth) + escaped(name) + ": " + escaped(value))
    }

    func line(_ depth: Int, _ name: String, _ value: Bool) throws { try line(depth, name, value ? "true" : "false") }

    /// A line for a text that is there and not empty.
    func text(_ depth: Int, _ name: String, _ value: JSONValue?) throws {
        if let text = value?.string, !text.isEmpty { try line(depth, name, text) }
    }

    func number(_ depth: Int, _ name: String, _ value: JSONValue?) throws {
        if let text = value?.numberText { try line(depth, name, text) }
    }

    func heading(_ depth: Int, _ name: String) throws {
        try out.writeLine(String(repeating: " ", count: depth) + name + ":")
    }

    /// A heading and a line for each, nothing where there are none.
    func list(_ depth: Int, _ name: String, _ values: [String]) throws {
        if values.isEmpty { return }
        try heading(depth, name)
        for value in values { try out.writeLine(String(repeating: " ", count: depth + 1) + escaped(value)) }
    }

    fileprivate func pairs(_ depth: Int, _ pairs: JSONElements) throws {
        for text in pairTexts(pairs) { try out.writeLine(String(repeating: " ", count: depth) + escaped(text)) }
    }

    private func pairTexts(_ pairs: JSONElements) -> [String] {
        pairs.map { "\($0[0]?.string ?? ""): \($0[1]?.string ?? "")" }
    }

    private func escaped(_ text: String) -> String { out.escaped(text, as: .cell) }
}
