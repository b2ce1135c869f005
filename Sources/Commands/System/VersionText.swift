import EngineAPI
import Terminal

/// The versions as people read them.
struct VersionText {
    let client: ClientDescription
    let server: EngineVersion?

    func print(to out: Output) throws {
        try out.writeLine("Client: \(ClientDescription.name)")
        try write(
            [
                ("Version", Version.number), ("API version", client.apiText),
                ("OS/Arch", "\(ClientDescription.operatingSystem)/\(ClientDescription.architecture)"),
                ("Context", client.context),
            ], indent: " ", to: out)
        guard let server else { return }
        try out.writeLine()
        try out.writeLine("Server:" + (server.platform.isEmpty ? "" : " " + out.escaped(server.platform, as: .cell)))
        for component in server.components {
            try out.writeLine(" \(out.escaped(component.name, as: .cell)):")
            try write(lines(component), indent: "  ", to: out)
        }
    }

    private func lines(_ component: EngineVersion.Component) -> [(key: String, value: String)] {
        let version = [(key: "Version", value: component.version)]
        guard component.isEngine else { return version + component.details }
        let least = component.detail("MinAPIVersion")
        let (system, processor) = (component.detail("Os"), component.detail("Arch"))
        let platform = system.isEmpty || processor.isEmpty ? system + processor : system + "/" + processor
        let told: [(key: String, value: String)] = [
            ("API version", component.detail("ApiVersion") + (least.isEmpty ? "" : " (minimum version \(least))")),
            ("Go version", component.detail("GoVersion")), ("Git commit", component.detail("GitCommit")),
            ("Built", component.detail("BuildTime")), ("OS/Arch", platform),
            ("Experimental", component.detail("Experimental")),
        ]
        return version + told.filter { !$0.value.isEmpty }
    }

    /// A date that is none is shown as it is: `Fri Nov 20 17:56:04 UTC 2015` of old engines.
    static func date(_ text: String) -> String { (try? Timestamp(date: text, in: .utc).ansiC(in: .utc)) ?? text }

    private func write(_ lines: [(key: String, value: String)], indent: String, to out: Output) throws {
        var table = TableWriter(out, minimumWidth: 20, padding: 1)
        for (name, value) in lines { table.add(["\(indent)\(name):", value]) }
        try table.flush()
    }
}
