import CommandGrammar
import EngineAPI
import JSON

struct NetworkCreate: Action, Equatable {
    var addresses = AddressPlan()
    var attachable = false
    var configFrom = ""
    var configOnly = false
    var driver = "bridge"
    var ingress = false
    var `internal` = false
    var ipamDriver = "default"
    var ipamOptions = ListOf<OptionPair>()
    var ipv4 = Defaulted(true)
    var ipv6: Bool?
    var labels = ListOf<Label>()
    var options = ListOf<OptionPair>()
    var scope = ""
    var name = ""

    static var command: Command {
        Command(
            "create", "Make a network", since: "1.21", NetworkCreate.self,
            examples: ["tug network create back", "tug network create --subnet 10.7.0.0/16 --internal db"],
            flags: AddressPlan.flags.at(\.addresses).grouped("Addresses") + [
                Flag("attachable", \.attachable, "Containers outside the swarm's services may join", since: "1.25"),
                Flag(
                    "config-from", \.configFrom, "Network that holds the configuration", since: "1.30",
                    completing: .names(.networks)),
                Flag("config-only", \.configOnly, "Only keep the configuration, for --config-from", since: "1.30"),
                Flag("driver", short: "d", \.driver, "Driver of the network", completing: .networkDrivers),
                Flag("ingress", \.ingress, "The swarm's routing mesh", since: "1.29"),
                Flag("internal", \.internal, "No way out of the network", since: "1.22"),
                Flag("ipam-driver", \.ipamDriver, "Driver that gives out addresses", completing: .words(["default"])),
                Flag("ipam-opt", \.ipamOptions, "Option of that driver: KEY=VALUE", since: "1.22"),
                Flag("ipv4", \.ipv4, "Give out addresses of version 4"),
                Flag("ipv6", \.ipv6, "Give out addresses of version 6", since: "1.23"),
                Flag("label", \.labels, "Label of the network: KEY=VALUE", since: "1.23"),
                Flag("opt", short: "o", \.options, "Option of the driver: KEY=VALUE", completing: .networkOptions),
                Flag(
                    "scope", \.scope, "Where the network is known: local or swarm", since: "1.30",
                    completing: .words(["local", "swarm"])),
            ],
            arguments: [Argument("NETWORK", \.name) { _ in .nothing }])
    }

    func run(_ session: Session) throws {
        let ranges = try addresses.config()
        if ipv4.typed == false { try session.require(APIVersion(1, 48), for: "--ipv4=false") }
        let made = try session.engine.json(.createNetwork(body(ranges, try session.engine.version()))).root
        let warning = made.text("Warning")
        if !warning.isEmpty { session.warn(warning) }
        try session.out.writeLine(session.out.escaped(made.text("Id"), as: .cell))
    }

    private func body(_ ranges: JSONNode, _ version: APIVersion) -> JSONNode {
        var body: JSONNode = ["Name": .string(name), "Driver": .string(driver)]
        // Without it engines make a second network of the same name.
        if version < APIVersion(1, 44) { body["CheckDuplicate"] = true }
        body["IPAM"] = ["Driver": .string(ipamDriver), "Options": .map(ipamOptions.dictionary), "Config": ranges]
        body["Options"] = .map(options.dictionary)
        body["Labels"] = .map(labels.values.map(\.pair).dictionary)
        let switches = [
            ("Attachable", attachable), ("ConfigOnly", configOnly), ("Ingress", ingress), ("Internal", `internal`),
        ]
        for (key, isOn) in switches where isOn { body[key] = true }
        if let isOn = ipv4.typed, version >= APIVersion(1, 48) { body["EnableIPv4"] = .bool(isOn) }
        if let ipv6 { body["EnableIPv6"] = .bool(ipv6) }
        if !configFrom.isEmpty { body["ConfigFrom"] = ["Network": .string(configFrom)] }
        if !scope.isEmpty { body["Scope"] = .string(scope) }
        return body
    }
}
