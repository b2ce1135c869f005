import CommandGrammar
import EngineAPI
import JSON

struct ContainerPort: Action, Equatable {
    var container = ""
    var port: String?

    static var command: Command {
        Command(
            "port", "List the published ports of a container", ContainerPort.self,
            examples: ["tug port web", "tug port web 80/tcp"],
            arguments: [
                Argument("CONTAINER", \.container) { _ in .names(.runningContainers) },
                Argument(optional: "PRIVATE_PORT[/PROTO]", \.port) { .names(.ports(of: $0.container)) },
            ])
    }

    func run(_ session: Session) throws {
        let wanted = try port.map(Self.normalised)
        let inspected = try session.engine.json(.inspectContainer(container)).root
        let ports = inspected.at("NetworkSettings", "Ports")?.members.map { $0 } ?? []
        let lines: [String]
        if let wanted {
            let bindings = ports.filter { $0.key == wanted }.flatMap { Self.addresses($0.value) }
            if bindings.isEmpty { throw Failure("\(container) publishes no port \(wanted)") }
            lines = bindings
        } else {
            lines = ports.flatMap { port in Self.addresses(port.value).map { "\(port.key) -> \($0)" } }
        }
        for line in lines.sorted(by: NaturalOrder.precedes) {
            try session.out.writeLine(session.out.escaped(line, as: .cell))
        }
    }

    /// `80` is `80/tcp`; the protocol is written in small letters.
    private static func normalised(_ text: String) throws -> String {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let proto = parts.count > 1 ? parts[1].lowercased() : "tcp"
        guard let number = UInt16(parts[0]), !proto.isEmpty else {
            throw Failure("\"\(text)\" is no port: 80 or 80/udp is")
        }
        return "\(number)/\(proto)"
    }

    /// `HOST:PORT` of each binding, an IPv6 address in brackets.
    private static func addresses(_ bindings: JSONValue) -> [String] {
        bindings.elements.map { binding in
            let host = binding.text("HostIp")
            return (host.contains(":") ? "[\(host)]" : host) + ":" + binding.text("HostPort")
        }
    }
}
