import CommandGrammar

/// `[HOSTIP:][HOSTPORT:]PORT[/PROTOCOL]` of `--publish`, with ranges, or `target=,published=,protocol=`.
struct PublishedPorts: ListElement {
    struct Binding: Equatable {
        /// As the engine names it: `80/tcp`.
        let port: String
        let hostAddress: String
        /// A port, a range to choose from, or empty for any.
        let hostPort: String
    }

    let bindings: [Binding]

    init(parsing text: String) throws(ValueError) {
        let (place, name) = try PortProtocol.split(text.contains("=") ? Self.shortForm(text) : text)
        var parts = place.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let target = parts.popLast(), !target.isEmpty else {
            throw ValueError("\"\(text)\" does not say which port of the container")
        }
        let container = try PortRange(parsing: target)
        let published = parts.popLast() ?? ""
        let address = try Self.address(parts.joined(separator: ":"), in: text)
        if published.isEmpty {
            bindings = container.ports.map { Binding(port: "\($0)/\(name)", hostAddress: address, hostPort: "") }
            return
        }
        let host = try PortRange(parsing: published)
        if container.count == 1 {
            bindings = [Binding(port: "\(container.first)/\(name)", hostAddress: address, hostPort: host.text)]
            return
        }
        guard host.count == container.count else { throw ValueError("the ranges of \"\(text)\" differ in length") }
        bindings = zip(container.ports, host.ports).map { port, hostPort in
            Binding(port: "\(port)/\(name)", hostAddress: address, hostPort: String(hostPort))
        }
    }

    private static func address(_ text: String, in whole: String) throws(ValueError) -> String {
        if text.isEmpty { return "" }
        let address = IPAddress.withoutBrackets(text)
        let isValid = address == text ? IPAddress.isVersion4(text) : IPAddress.isVersion6(address)
        guard isValid else { throw ValueError("\"\(text)\" in \"\(whole)\" is not an IP address") }
        return address
    }

    private static func shortForm(_ text: String) throws(ValueError) -> String {
        var fields = ["target": "", "published": "", "protocol": "tcp", "mode": ""]
        for field in try CommaList.fields(text.lowercased()) {
            let pair = KeyValue(parsing: field)
            guard fields[pair.key] != nil, let value = pair.value else {
                throw ValueError("\"\(field)\" is none of target=, published=, protocol=, mode=")
            }
            fields[pair.key] = value
        }
        guard let target = fields["target"], !target.isEmpty else { throw ValueError("\"\(text)\" lacks target=") }
        return "\(fields["published"] ?? ""):\(target)/\(fields["protocol"] ?? "tcp")"
    }
}
