import CommandGrammar

extension NetworkAttachment {
    /// A name, or the long form.
    static var completion: Completion? {
        let pairs = Completion.list(
            .pairs([
                Completion.Pair("name", "The network", .names(.networks)),
                Completion.Pair("alias", "Further name in the network"),
                Completion.Pair("driver-opt", "Option of the network's driver"),
                Completion.Pair("gw-priority", "The highest gives the default gateway"),
                Completion.Pair("ip", "IPv4 address"), Completion.Pair("ip6", "IPv6 address"),
                Completion.Pair("link-local-ip", "Link-local address"),
                Completion.Pair("mac-address", "Hardware address"),
            ]))
        return .either([.names(.networks), .namespace([]), pairs])
    }
}
