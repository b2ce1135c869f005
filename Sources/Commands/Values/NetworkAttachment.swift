import CommandGrammar
import JSON

/// One `--network`: a name, or `name=,alias=,ip=,ip6=,mac-address=,link-local-ip=,driver-opt=,gw-priority=`.
struct NetworkAttachment: ListElement {
    var name: String
    var aliases: [String] = []
    var links: [String] = []
    var ip = ""
    var ip6 = ""
    var linkLocalIPs: [String] = []
    var macAddress = ""
    var driverOptions: [String: String] = [:]
    var gatewayPriority = 0

    static var typeName: String { "network" }

    /// The network of containers that name none.
    init(name: String) { self.name = name }

    init(parsing text: String) throws(ValueError) {
        guard Self.isLongForm(text) else {
            if text.isEmpty { throw ValueError("a network's name is empty") }
            self.init(name: text)
            return
        }
        self.init(name: "")
        for field in try CommaList.fields(text) {
            let pair = KeyValue(parsing: field)
            guard let value = pair.value, !value.isEmpty else {
                throw ValueError("\"\(field)\" is not of the form KEY=VALUE")
            }
            try set(pair.key.lowercased().filter { $0 != " " }, value)
        }
        if name.isEmpty { throw ValueError("\"\(text)\" lacks name=") }
    }

    private mutating func set(_ key: String, _ value: String) throws(ValueError) {
        switch key {
        case "name": name = value
        case "alias": aliases.append(value)
        case "ip":
            guard IPAddress.isVersion4(value) else { throw ValueError("\"\(value)\" is not an IPv4 address") }
            ip = value
        case "ip6":
            guard IPAddress.isVersion6(value) else { throw ValueError("\"\(value)\" is not an IPv6 address") }
            ip6 = value
        case "mac-address":
            guard MACAddress.isValid(value) else { throw ValueError("\"\(value)\" is not a MAC address") }
            macAddress = value
        case "link-local-ip": linkLocalIPs.append(try IPElement(parsing: value).text)
        case "driver-opt":
            let pair = KeyValue(parsing: value)
            guard let text = pair.value else {
                throw ValueError("driver-opt \"\(value)\" is not of the form KEY=VALUE")
            }
            driverOptions[pair.key] = text
        case "gw-priority": try gatewayPriority.take(value)
        default: throw ValueError("\"\(key)\" is no key of a network")
        }
    }

    /// Whether a `=` stands between two letters, digits or underscores.
    private static func isLongForm(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.dropFirst().dropLast().contains { index in
            bytes[index] == UInt8(ascii: "=") && isWord(bytes[index - 1]) && isWord(bytes[index + 1])
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x5f
    }

    /// Whether the network was made by a user, as opposed to the engine's own ones.
    var isUserDefined: Bool {
        !["default", "bridge", "host", "none", "nat"].contains(name) && !isOfContainer
    }

    var isOfContainer: Bool { name.hasPrefix("container:") }
}
