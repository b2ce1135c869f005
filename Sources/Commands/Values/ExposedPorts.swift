import CommandGrammar

/// `PORT[-PORT][/PROTOCOL]` of `--expose`.
struct ExposedPorts: ListElement {
    /// As the engine names them: `80/tcp`.
    let names: [String]

    init(parsing text: String) throws(ValueError) {
        let (ports, name) = try PortProtocol.split(text)
        names = try PortRange(parsing: ports).ports.map { "\($0)/\(name)" }
    }
}
