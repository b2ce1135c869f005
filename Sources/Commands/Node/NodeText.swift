import JSON
import Terminal

/// What `tug node inspect --pretty` says of a node.
struct NodeText {
    private let node: JSONValue
    private var text = SwarmText()

    private init(_ node: JSONValue) { self.node = node }

    static func of(_ node: JSONValue) -> String {
        var text = NodeText(node)
        text.tell()
        return text.text.lines
    }

    private mutating func tell() {
        text.line("ID:\t\t\t" + node.text("ID"))
        if !node.specName.isEmpty { text.line("Name:\t\t\t" + node.specName) }
        text.labels(node.specLabels, " - ")
        text.line("Hostname:              \t" + node.hostname)
        text.line("Joined at:             \t" + node.momentText("CreatedAt"))
        tellState()
        tellMachine()
        tellEngine()
    }

    private mutating func tellState() {
        let status = node["Status"]
        text.line("Status:")
        text.line(" State:\t\t\t" + (status?.text("State") ?? "").capitalised)
        fact(" Message:\t\t", (status?.text("Message") ?? "").capitalised)
        text.line(" Availability:         \t" + (node["Spec"]?.text("Availability") ?? "").capitalised)
        fact(" Address:\t\t", status?.text("Addr") ?? "")
        guard let manager = node["ManagerStatus"], manager.kind == .object else { return }
        text.line("Manager Status:")
        text.line(" Address:\t\t" + manager.text("Addr"))
        text.line(" Raft Status:\t\t" + manager.text("Reachability").capitalised)
        text.line(" Leader:\t\t" + (manager.flag("Leader") ? "Yes" : "No"))
    }

    private mutating func tellMachine() {
        let description = node["Description"]
        text.line("Platform:")
        text.line(" Operating System:\t" + (description?.at("Platform")?.text("OS") ?? ""))
        text.line(" Architecture:\t\t" + (description?.at("Platform")?.text("Architecture") ?? ""))
        let resources = description?["Resources"]
        text.line("Resources:")
        text.line(" CPUs:\t\t\t" + String((resources?.integer("NanoCPUs") ?? 0) / 1_000_000_000))
        let memory = resources?.integer("MemoryBytes") ?? 0
        if memory != 0 { text.line(" Memory:\t\t" + BytesSize.text(memory)) }
    }

    private mutating func tellEngine() {
        let engine = node.at("Description", "Engine")
        let plugins = engine.map { Array($0.list("Plugins")) } ?? []
        if !plugins.isEmpty { text.line("Plugins:") }
        for type in Set(plugins.map { $0.text("Type") }).sorted() {
            let names = plugins.filter { $0.text("Type") == type }.map { $0.text("Name") }
            text.line(" \(type):\t\t" + names.joined(separator: ", "))
        }
        text.line("Engine Version:\t\t" + (engine?.text("EngineVersion") ?? ""))
        text.labels(engine?.labels ?? [:], " - ", heading: "Engine Labels:")
        guard let trust = node.at("Description", "TLSInfo"), !trust.text("TrustRoot").isEmpty else { return }
        text.line("TLS Info:")
        text.line(" TrustRoot:\n" + trust.text("TrustRoot"))
        text.line(" Issuer Subject:\t" + trust.text("CertIssuerSubject"))
        text.line(" Issuer Public Key:\t" + trust.text("CertIssuerPublicKey"))
    }

    private mutating func fact(_ label: String, _ value: String) {
        if !value.isEmpty { text.line(label + value) }
    }
}
