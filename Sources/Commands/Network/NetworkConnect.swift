import CommandGrammar
import EngineAPI

struct NetworkConnect: Action, Equatable {
    var aliases = CommaList()
    var driverOptions = CommaList()
    var gatewayPriority = 0
    var ip = IPv4Value()
    var ip6 = IPv6Value()
    var links = ListOf<ContainerLink>()
    var linkLocalIPs = AddressList()
    var network = ""
    var container = ""

    static var command: Command {
        Command(
            "connect", "Let a container join a network", since: "1.21", NetworkConnect.self,
            examples: ["tug network connect --alias db back postgres"],
            flags: [
                Flag("alias", \.aliases, "Another name of the container on the network", since: "1.22"),
                Flag(
                    "driver-opt", \.driverOptions, "Option of the network's driver: KEY=VALUE", since: "1.30",
                    completing: .endpointOptions),
                Flag("gw-priority", \.gatewayPriority, "The highest one is the container's gateway", since: "1.48"),
                Flag("ip", \.ip, "Its IPv4 address", since: "1.22"),
                Flag("ip6", \.ip6, "Its IPv6 address", since: "1.22"),
                Flag("link", \.links, "Name for another container: CONTAINER[:ALIAS]", since: "1.22"),
                Flag("link-local-ip", \.linkLocalIPs, "Its link-local address", since: "1.24"),
            ],
            arguments: [
                Argument("NETWORK", \.network) { _ in .names(.customNetworks) }, Argument("CONTAINER", \.container),
            ])
    }

    func run(_ session: Session) throws {
        var attachment = NetworkAttachment(name: network)
        attachment.aliases = aliases.values
        attachment.gatewayPriority = gatewayPriority
        attachment.ip = ip.text
        attachment.ip6 = ip6.text
        attachment.links = links.values.map(\.text)
        attachment.linkLocalIPs = linkLocalIPs.values
        for option in driverOptions.values.map(KeyValue.init(parsing:)) {
            guard let value = option.value, !option.key.isEmpty else {
                throw Failure("--driver-opt \(option.key.debugDescription) is not of the form KEY=VALUE")
            }
            attachment.driverOptions[option.key] = value
        }
        try session.engine.perform(
            .joinNetwork(
                PathSegment(name: network), container: container,
                endpoint: attachment.endpoint(for: try session.engine.version())))
    }
}
