import CommandGrammar
import EngineAPI
import JSON

/// How the container is reached, what it reaches, and by which names.
struct ContainerNetworkOptions: Equatable {
    var networks = ListOf<NetworkAttachment>()
    var aliases: [String] = []
    var ip = IPv4Value()
    var ip6 = IPv6Value()
    var linkLocalIPs = ListOf<IPElement>()
    var macAddress = MACAddress()
    var links = ListOf<ContainerLink>()
    var published = ListOf<PublishedPorts>()
    var publishesAll = false
    var exposed = ListOf<ExposedPorts>()
    var hostname = ""
    var domainname = ""
    var hosts = ListOf<HostEntry>()
    var dns = ListOf<IPElement>()
    var dnsOptions: [String] = []
    var dnsSearch = ListOf<SearchDomain>()

    static var flags: [Flag<ContainerNetworkOptions>] {
        [
            Flag("add-host", \.hosts, "Further entry of /etc/hosts: NAME:IP"),
            Flag("dns", \.dns, "Name server to ask"),
            Flag("dns-opt", \.dnsOptions, "Option of the resolver", since: "1.21", hidden: true),
            Flag("dns-option", \.dnsOptions, "Option of the resolver", since: "1.21", completing: .resolverOptions),
            Flag("dns-search", \.dnsSearch, "Domain in which short names are looked up"),
            Flag("domainname", \.domainname, "Domain part of its own name"),
            Flag("expose", \.exposed, "Port that it listens on: PORT[-PORT][/PROTOCOL]"),
            Flag("hostname", short: "h", \.hostname, "Its own name"),
            Flag("ip", \.ip, "IPv4 address in the network", since: "1.22"),
            Flag("ip6", \.ip6, "IPv6 address in the network", since: "1.22"),
            Flag("link", \.links, "Reach another container by name: CONTAINER[:ALIAS]"),
            Flag("link-local-ip", \.linkLocalIPs, "Link-local address", since: "1.24"),
            Flag("mac-address", \.macAddress, "Hardware address"),
            Flag("net", \.networks, "Network to join", hidden: true),
            Flag("net-alias", \.aliases, "Further name in the network", since: "1.22", hidden: true),
            Flag("network", \.networks, "Network to join: NAME, or name=,alias=,ip=,…"),
            Flag("network-alias", \.aliases, "Further name in the network", since: "1.22"),
            Flag("publish", short: "p", \.published, "Reach its port from outside: [[IP:]PORT:]PORT[/PROTOCOL]"),
            Flag("publish-all", short: "P", \.publishesAll, "Reach all ports it exposes at random ports outside"),
        ]
    }

    var needs: [Need] {
        networks.values.flatMap(\.needs)
            + networks.values.dropFirst().filter { !$0.macAddress.isEmpty }.map { network in
                Need("--network \(network.name) with mac-address beside other networks", 1, 44)
            }
    }

    /// The networks to join, the flags of the first one merged into it.
    func attachments() throws -> [NetworkAttachment] {
        var all = networks.values.isEmpty ? [NetworkAttachment(name: "default")] : networks.values
        all[0] = try completed(all[0])
        if networks.values.contains(where: \.isUserDefined), networks.values.contains(where: { !$0.isUserDefined }) {
            throw conflict("networks of the engine's own and networks made by users cannot be joined together")
        }
        var names: Set<String> = []
        for network in all {
            if !names.insert(network.name).inserted { throw conflict("network \(network.name) is given twice") }
            if !network.aliases.isEmpty, !network.isUserDefined {
                throw conflict("only networks made by users know aliases, \(network.name) does not")
            }
            if network.isOfContainer, !links.values.isEmpty {
                throw conflict("--link cannot be used in the network of another container")
            }
        }
        return all
    }

    private func completed(_ network: NetworkAttachment) throws -> NetworkAttachment {
        var network = network
        let pairs: [(flag: String, typed: Bool, inLongForm: Bool)] = [
            ("--network-alias", !aliases.isEmpty, !network.aliases.isEmpty),
            ("--ip", !ip.text.isEmpty, !network.ip.isEmpty), ("--ip6", !ip6.text.isEmpty, !network.ip6.isEmpty),
            ("--mac-address", !macAddress.text.isEmpty, !network.macAddress.isEmpty),
            ("--link-local-ip", !linkLocalIPs.values.isEmpty, !network.linkLocalIPs.isEmpty),
        ]
        if let pair = pairs.first(where: { $0.typed && $0.inLongForm }) {
            throw conflict("\(pair.flag) stands beside --network and in it: give one of them")
        }
        network.aliases += aliases
        network.linkLocalIPs += linkLocalIPs.values.map(\.text)
        if !ip.text.isEmpty { network.ip = ip.text }
        if !ip6.text.isEmpty { network.ip6 = ip6.text }
        if !macAddress.text.isEmpty { network.macAddress = macAddress.text }
        if network.isUserDefined { network.links = links.values.map(\.text) }
        return network
    }

    private func conflict(_ message: String) -> Failure { Failure(message, status: 125) }
}
