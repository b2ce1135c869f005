import EngineAPI
import JSON

/// `GET /info`, completed where an old engine leaves out what another request tells.
struct EngineInfo {
    let json: JSONValue

    init(of engine: Engine) throws {
        let sent = try engine.json(.info).root
        var node = JSONNode(sent)
        if Self.lacks(["ServerVersion", "OSType", "Architecture"], sent) {
            let version = try engine.json(.version).root
            for (key, other) in [("ServerVersion", "Version"), ("OSType", "Os"), ("Architecture", "Arch")]
            where Self.lacks([key], sent) && !version.text(other).isEmpty {
                node[key] = .string(version.text(other))
            }
        }
        if sent["ContainersRunning"] == nil {
            for (key, count) in try Self.countContainers(engine) { node[key] = .int(count) }
        }
        let told = sent["Warnings"] == nil ? Self.missingFeatures(sent) : sent.strings("Warnings")
        let warnings = told + (try engine.version() < APIVersion(1, 42) ? Self.risks(sent) : [])
        if sent["Warnings"] == nil || !warnings.isEmpty { node["Warnings"] = .strings(warnings) }
        json = try JSONDocument(node.bytes).root
    }

    private static func lacks(_ keys: [String], _ info: JSONValue) -> Bool {
        keys.contains { info.text($0).isEmpty }
    }

    /// Engines before API 1.22 tell only how many there are in all.
    private static func countContainers(_ engine: Engine) throws -> [(String, Int)] {
        let states = try ContainerQuery(all: true).containers(of: engine).map { $0.filterValues("status").first }
        let count = { (words: [String]) in states.count { words.contains($0 ?? "") } }
        let (running, paused) = (count(["running", "restarting"]), count(["paused"]))
        return [
            ("ContainersRunning", running), ("ContainersPaused", paused),
            ("ContainersStopped", states.count - running - paused),
        ]
    }

    /// Engines before API 1.39 send no warnings, but say of each feature whether the kernel has it. What they do
    /// not mention is no reason to warn.
    private static func missingFeatures(_ info: JSONValue) -> [String] {
        let features = [
            ("MemoryLimit", "memory limit"), ("SwapLimit", "swap limit"), ("KernelMemory", "kernel memory limit"),
            ("OomKillDisable", "oom kill disable"), ("CpuCfsQuota", "cpu cfs quota"),
            ("CpuCfsPeriod", "cpu cfs period"), ("CPUShares", "cpu shares"), ("CPUSet", "cpuset"),
        ]
        let switches = [
            ("IPv4Forwarding", "IPv4 forwarding"), ("BridgeNfIptables", "bridge-nf-call-iptables"),
            ("BridgeNfIp6tables", "bridge-nf-call-ip6tables"),
        ]
        return features.filter { info[$0.0]?.bool == false }.map { "WARNING: No \($0.1) support" }
            + switches.filter { info[$0.0]?.bool == false }.map { "WARNING: \($0.1) is disabled" }
    }

    /// What engines before API 1.42 tell, but do not warn of.
    private static func risks(_ info: JSONValue) -> [String] {
        let option = "name=seccomp,profile="
        var warnings: [String] = []
        for text in info.strings("SecurityOptions") where text.hasPrefix(option) {
            let profile = text.dropFirst(option.count)
            if profile == "default" || profile == "builtin" { continue }
            warnings.append("WARNING: the seccomp profile is \(profile), not the default one")
        }
        for fact in info.list("DriverStatus") where fact[0]?.string == "Supports d_type" && fact[1]?.string == "false" {
            warnings.append("WARNING: \(info.text("Driver")) lies on a file system without d_type, which breaks images")
        }
        return warnings
    }
}
