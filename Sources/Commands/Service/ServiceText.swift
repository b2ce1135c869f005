import JSON
import Terminal

/// What `tug service inspect --pretty` says of a service.
struct ServiceText {
    private let service: JSONValue
    private let networks: [String]
    private let now: Timestamp
    private var text = SwarmText()

    private init(service: JSONValue, networks: [String], now: Timestamp) {
        self.service = service
        self.networks = networks
        self.now = now
    }

    /// - Parameter networks: the names of those that it is attached to.
    static func of(_ service: JSONValue, networks: [String], now: Timestamp) -> String {
        var text = ServiceText(service: service, networks: networks, now: now)
        text.tell()
        return text.text.lines
    }

    private var spec: JSONValue? { service["Spec"] }
    private var template: JSONValue? { service.at("Spec", "TaskTemplate") }
    private var container: JSONValue? { service.at("Spec", "TaskTemplate", "ContainerSpec") }

    private mutating func tell() {
        text.line()
        text.line("ID:\t\t" + service.text("ID"))
        text.line("Name:\t\t" + service.specName)
        text.labels(service.specLabels, " ")
        tellMode()
        tellUpdateStatus()
        tellPlacement()
        tellUpdates("UpdateConfig", order: " Update order:      ")
        tellUpdates("RollbackConfig", order: " Rollback order:    ")
        tellContainer()
        tellRights()
        tellMounts()
        tellFiles("Configs", name: "ConfigName")
        tellFiles("Secrets", name: "SecretName")
        tellLogDriver()
        tellResources()
        if !networks.isEmpty { text.line("Networks: " + networks.map { $0 + " " }.joined()) }
        text.line("Endpoint Mode:\t" + (spec?.at("EndpointSpec")?.text("Mode") ?? ""))
        tellPorts()
        tellHealthcheck()
        text.line()
    }

    private mutating func tellMode() {
        let mode = spec?["Mode"]
        if let replicated = mode?["Replicated"] {
            text.line("Service Mode:\tReplicated")
            text.line(" Replicas:\t" + (replicated["Replicas"]?.numberText ?? ""))
        } else {
            text.line("Service Mode:" + (mode?["Global"] == nil ? "" : "\tGlobal"))
        }
    }

    private mutating func tellUpdateStatus() {
        guard let status = service["UpdateStatus"], !status.text("State").isEmpty else { return }
        text.line("UpdateStatus:")
        text.line(" State:\t\t" + status.text("State"))
        if status.moment("StartedAt") != nil {
            text.line(" Started:\t" + status.age("StartedAt", at: now))
        }
        if status.moment("CompletedAt") != nil, status.text("State") == "completed" {
            text.line(" Completed:\t" + status.age("CompletedAt", at: now))
        }
        text.line(" Message:\t" + status.text("Message"))
    }

    private mutating func tellPlacement() {
        let placement = template?["Placement"]
        text.line("Placement:")
        let constraints = placement?.strings("Constraints") ?? []
        if !constraints.isEmpty { text.line(" Constraints:\t[" + constraints.joined(separator: " ") + "]") }
        let spreads = placement?.list("Preferences").compactMap { $0["Spread"]?.text("SpreadDescriptor") } ?? []
        if !spreads.isEmpty {
            text.line(" Preferences:   [" + spreads.map { "spread=" + $0 }.joined(separator: " ") + "]")
        }
        let most = placement?.integer("MaxReplicas") ?? 0
        if most > 0 { text.line(" Max Replicas Per Node:   \(most)") }
    }

    private mutating func tellUpdates(_ heading: String, order: String) {
        guard let config = spec?[heading], config.kind == .object else { return }
        text.line(heading + ":")
        text.line(" Parallelism:\t" + (config["Parallelism"]?.numberText ?? "0"))
        if config.integer("Delay") != 0 { text.line(" Delay:\t\t" + config.spanText("Delay")) }
        text.line(" On failure:\t" + config.text("FailureAction"))
        if config.integer("Monitor") != 0 { text.line(" Monitoring Period: " + config.spanText("Monitor")) }
        text.line(" Max failure ratio: " + (config["MaxFailureRatio"]?.numberText ?? "0"))
        text.line(order + config.text("Order"))
    }

    private mutating func tellContainer() {
        text.line("ContainerSpec:")
        text.line(" Image:\t\t" + (container?.text("Image") ?? ""))
        tellWords(" Args:\t\t", "Args")
        tellWords(" Env:\t\t", "Env")
        fact(" Dir:\t\t", container?.text("Dir"))
        if let keepsInit = container?["Init"]?.bool { text.line(" Init:\t\t\(keepsInit)") }
        fact(" User: ", container?.text("User"))
    }

    private mutating func tellRights() {
        let added = container?.strings("CapabilityAdd") ?? []
        let dropped = container?.strings("CapabilityDrop") ?? []
        if !added.isEmpty || !dropped.isEmpty { text.line("Capabilities:") }
        if !added.isEmpty { text.line(" Add: " + added.joined(separator: ", ")) }
        if !dropped.isEmpty { text.line(" Drop: " + dropped.joined(separator: ", ")) }
        let sysctls = container?["Sysctls"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
        if !sysctls.isEmpty { text.line("SysCtls:") }
        for (key, value) in sysctls.sorted(by: { $0.0 < $1.0 }) { text.line(" \(key): \(value)") }
        let limits = container?.list("Ulimits").map { ($0.text("Name"), $0.integer("Soft"), $0.integer("Hard")) } ?? []
        if !limits.isEmpty { text.line("Ulimits:") }
        for (name, soft, hard) in limits { text.line(" \(name): \(soft):\(hard)") }
    }

    private mutating func tellMounts() {
        let mounts = container.map { Array($0.list("Mounts")) } ?? []
        if !mounts.isEmpty { text.line("Mounts:") }
        for mount in mounts {
            text.line(" Target:\t" + mount.text("Target"))
            text.line("  Source:\t" + mount.text("Source"))
            text.line("  ReadOnly:\t\(mount.flag("ReadOnly"))")
            text.line("  Type:\t\t" + mount.text("Type"))
        }
    }

    /// Configs and secrets, where they are files.
    private mutating func tellFiles(_ key: String, name: String) {
        let references = container.map { Array($0.list(key)) } ?? []
        if !references.isEmpty { text.line(key + ":") }
        for reference in references where reference["File"]?.kind == .object {
            text.line(" Target:\t" + (reference["File"]?.text("Name") ?? ""))
            text.line("  Source:\t" + reference.text(name))
        }
    }

    private mutating func tellLogDriver() {
        guard let driver = template?["LogDriver"], driver.kind == .object else { return }
        text.line("Log Driver:")
        text.line(" Name:\t\t" + driver.text("Name"))
        let options = driver["Options"]?.members.map { ($0.key, $0.value.string ?? "") } ?? []
        if options.isEmpty { return }
        text.line(" LogOpts:")
        for (key, value) in options.sorted(by: { $0.0 < $1.0 }) { text.line("  \(key):       \(value)") }
        text.line()
    }

    private mutating func tellResources() {
        guard let resources = template?["Resources"], resources.kind == .object else { return }
        text.line("Resources:")
        for part in ["Reservations", "Limits"] {
            guard let amounts = resources[part] else { continue }
            let (cpus, memory) = (amounts.integer("NanoCPUs"), amounts.integer("MemoryBytes"))
            let processes = part == "Limits" ? amounts.integer("Pids") : 0
            if cpus == 0, memory == 0, processes == 0 { continue }
            text.line(" \(part):")
            if cpus != 0 { text.line("  CPU:\t\t" + Self.decimal(billionths: cpus)) }
            if memory != 0 { text.line("  Memory:\t" + BytesSize.text(memory)) }
            if processes != 0 { text.line("  PIDs:\t\t\(processes)") }
        }
    }

    /// `0.5`
    private static func decimal(billionths: Int) -> String {
        let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 1_000_000_000)
        var digits = String(rest.magnitude)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return digits.isEmpty ? "\(whole)" : "\(whole).\(digits)"
    }

    private mutating func tellPorts() {
        let ports = service["Endpoint"].map { Array($0.list("Ports")) } ?? []
        if ports.isEmpty { return }
        text.line("Ports:")
        for (index, port) in ports.enumerated() {
            text.line(" PublishedPort = \(port.integer("PublishedPort"))")
            text.line("  Protocol = " + port.text("Protocol"))
            text.line("  TargetPort = \(port.integer("TargetPort"))")
            text.line("  PublishMode = " + port.text("PublishMode") + (index == ports.count - 1 ? " " : ""))
        }
    }

    private mutating func tellHealthcheck() {
        guard let check = container?["Healthcheck"], check.kind == .object else { return }
        text.line(" Healthcheck:")
        text.line("  Interval = " + check.spanText("Interval"))
        text.line("  Retries = \(check.integer("Retries"))")
        text.line("  StartPeriod =\t" + check.spanText("StartPeriod"))
        text.line("  Timeout =\t" + check.spanText("Timeout"))
        let tests = check.strings("Test")
        if tests.isEmpty { return }
        text.line("  Tests:")
        for (index, test) in tests.enumerated() {
            text.line("\t Test = " + test + (index == tests.count - 1 ? " " : ""))
        }
    }

    private mutating func tellWords(_ label: String, _ key: String) {
        let words = container?.strings(key) ?? []
        if !words.isEmpty { text.line(label + words.map { $0 + " " }.joined()) }
    }

    private mutating func fact(_ label: String, _ value: String?) {
        if let value, !value.isEmpty { text.line(label + value) }
    }
}

extension JSONValue {
    /// A member of nanoseconds: `1m30s`.
    fileprivate func spanText(_ key: String) -> String { GoDuration.print(Int64(integer(key))) }
}
