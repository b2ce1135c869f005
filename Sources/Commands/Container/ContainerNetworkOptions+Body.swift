import EngineAPI
import JSON

extension ContainerNetworkOptions {
    func write(into body: inout ContainerBody, _ inputs: ContainerInputs) throws {
        let networks = try attachments()
        writeNames(into: &body)
        writePorts(into: &body)
        body.host["NetworkMode"] = .string(Self.mode(networks[0].name, inputs.version))
        if !links.values.isEmpty { body.host["Links"] = .strings(links.values.map(\.text)) }
        if inputs.version < APIVersion(1, 44), !networks[0].macAddress.isEmpty {
            body.config["MacAddress"] = .string(networks[0].macAddress)
        }
        for network in Self.joinedAtCreation(networks, inputs.version) {
            let endpoint = network.endpoint(for: inputs.version)
            if networks.count > 1 || endpoint != [:] { body.endpoints[network.name] = endpoint }
        }
    }

    /// Engines before 1.44 take one network at creation; the others are connected afterwards.
    static func joinedAtCreation(_ networks: [NetworkAttachment], _ version: APIVersion) -> [NetworkAttachment] {
        version >= APIVersion(1, 44) ? networks : Array(networks.prefix(1))
    }

    /// Engines before 1.21 call their default network by its name.
    private static func mode(_ name: String, _ version: APIVersion) -> String {
        name == "default" && version < APIVersion(1, 21) ? "bridge" : name
    }

    private func writeNames(into body: inout ContainerBody) {
        body.config["Hostname"] = .string(hostname)
        body.config["Domainname"] = .string(domainname)
        body.host["Dns"] = .strings(dns.values.map(\.text))
        body.host["DnsOptions"] = .strings(dnsOptions)
        body.host["DnsSearch"] = .strings(dnsSearch.values.map(\.name))
        if !hosts.values.isEmpty { body.host["ExtraHosts"] = .strings(hosts.values.map(\.wire)) }
    }

    private func writePorts(into body: inout ContainerBody) {
        let bindings = published.values.flatMap(\.bindings)
        let ports = Set(bindings.map(\.port) + exposed.values.flatMap(\.names))
        if !ports.isEmpty { body.config["ExposedPorts"] = .object(ports.sorted().map { JSONMember($0, [:]) }) }
        let byPort = Dictionary(grouping: bindings, by: \.port).sorted { $0.key < $1.key }
        body.host["PortBindings"] = .object(
            byPort.map { port, bindings in JSONMember(port, .array(bindings.map(\.json))) })
        if publishesAll { body.host["PublishAllPorts"] = true }
    }
}

extension PublishedPorts.Binding {
    fileprivate var json: JSONNode { ["HostIp": .string(hostAddress), "HostPort": .string(hostPort)] }
}
