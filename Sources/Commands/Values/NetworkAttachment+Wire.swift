import EngineAPI
import JSON

extension NetworkAttachment {
    /// The endpoint's settings (`EndpointsConfig[name]`, `EndpointConfig` of a connect); an empty object when there are
    /// none.
    func endpoint(for version: APIVersion) -> JSONNode {
        var node: JSONNode = [:]
        var addresses: JSONNode = [:]
        if !ip.isEmpty { addresses["IPv4Address"] = .string(ip) }
        if !ip6.isEmpty { addresses["IPv6Address"] = .string(ip6) }
        if !linkLocalIPs.isEmpty { addresses["LinkLocalIPs"] = .strings(linkLocalIPs) }
        if addresses != [:] { node["IPAMConfig"] = addresses }
        if !links.isEmpty { node["Links"] = .strings(links) }
        if !aliases.isEmpty { node["Aliases"] = .strings(aliases) }
        if !macAddress.isEmpty, version >= APIVersion(1, 44) { node["MacAddress"] = .string(macAddress) }
        if !driverOptions.isEmpty { node["DriverOpts"] = .map(driverOptions) }
        if gatewayPriority != 0 { node["GwPriority"] = .int(gatewayPriority) }
        return node
    }

    /// What the long form asks of an engine; below that it would be dropped without a word.
    var needs: [Need] {
        var needs: [Need] = []
        let add = { (minor: Int, subject: String) in needs.append(Need("--network with \(subject)", 1, minor)) }
        if isUserDefined { needs.append(Need("--network \(name)", 1, 21)) }
        if !aliases.isEmpty { add(22, "alias") }
        if !ip.isEmpty { add(22, "ip") }
        if !ip6.isEmpty { add(22, "ip6") }
        if !linkLocalIPs.isEmpty { add(24, "link-local-ip") }
        if !driverOptions.isEmpty { add(30, "driver-opt") }
        if gatewayPriority != 0 { add(48, "gw-priority") }
        return needs
    }
}
