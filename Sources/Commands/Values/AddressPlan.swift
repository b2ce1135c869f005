import CommandGrammar
import JSON

/// How a network's addresses are given out: subnets, and what belongs to each of them.
struct AddressPlan: Equatable {
    var subnets = CommaList()
    var ranges = RangeList()
    var gateways = AddressList()
    var reserved = ListOf<ReservedAddress>()

    static var flags: [Flag<AddressPlan>] {
        [
            Flag("aux-address", \.reserved, "Address that another device on the network has: NAME=ADDRESS"),
            Flag("gateway", \.gateways, "Gateway of a subnet"),
            Flag("ip-range", \.ranges, "Part of a subnet that containers get addresses from"),
            Flag("subnet", \.subnets, "Subnet of the network: 10.1.0.0/16"),
        ]
    }

    /// The elements of `IPAM.Config`, in the order of the subnets.
    ///
    /// - Throws: `Failure` for subnets that overlap, and for what lies in none of them.
    func config() throws -> JSONNode {
        let count = subnets.values.count
        if count < ranges.values.count || count < gateways.values.count {
            throw Failure("each --ip-range and --gateway needs a --subnet that it lies in")
        }
        let all = subnets.values.map { (text: $0, range: AddressRange($0)) }
        for (index, subnet) in all.enumerated() {
            for other in all[..<index] where Self.overlap(subnet.range, other.range) {
                throw Failure("the subnets \(other.text) and \(subnet.text) overlap")
            }
        }
        var entries = subnets.values.map { JSONNode.object([JSONMember("Subnet", .string($0))]) }
        let place = { (text: String, what: String) throws -> Int in
            let address = AddressRange(text)
            let home = all.firstIndex { subnet in
                guard let range = subnet.range, let address else { return false }
                return range.contains(address)
            }
            guard let home else { throw Failure("no --subnet holds the \(what) \(text)") }
            return home
        }
        for (texts, key, what) in [(ranges.values, "IPRange", "range"), (gateways.values, "Gateway", "gateway")] {
            for text in texts {
                let index = try place(text, what)
                guard entries[index][key] == nil else {
                    throw Failure("the subnet \(all[index].text) has two \(what)s")
                }
                entries[index][key] = .string(text)
            }
        }
        for (name, address) in reserved.values.map({ ($0.name, $0.address) }) {
            let index = try place(address, "address \(name) of --aux-address")
            var known = entries[index]["AuxiliaryAddresses"] ?? [:]
            known[name] = .string(address)
            entries[index]["AuxiliaryAddresses"] = known
        }
        return .array(entries)
    }

    private static func overlap(_ left: AddressRange?, _ right: AddressRange?) -> Bool {
        guard let left, let right else { return false }
        return left.contains(right) || right.contains(left)
    }
}

/// `--gateway`: addresses, several in one word with commas between them.
struct AddressList: FlagValue, Equatable {
    var values: [String] = []

    static var typeName: String { "ipSlice" }
    static var isList: Bool { true }

    mutating func take(_ text: String) throws(ValueError) {
        for field in try CommaList.fields(text) { values.append(try IPElement(parsing: field).text) }
    }
}

/// `--ip-range`: ranges in CIDR notation, several in one word with commas between them.
struct RangeList: FlagValue, Equatable {
    var values: [String] = []

    static var typeName: String { "ipNetSlice" }
    static var isList: Bool { true }

    mutating func take(_ text: String) throws(ValueError) {
        for field in try CommaList.fields(text) {
            let range = field.filter { !$0.isWhitespace }
            guard range.contains("/"), AddressRange(range) != nil else {
                throw ValueError("\"\(field)\" is not an address range like 10.1.0.0/24")
            }
            values.append(range)
        }
    }
}

/// `NAME=ADDRESS` of `--aux-address`.
struct ReservedAddress: ListElement {
    let name: String
    let address: String

    static var typeName: String { "map" }

    init(parsing text: String) throws(ValueError) {
        let pair = KeyValue(parsing: text)
        guard !pair.key.isEmpty, let value = pair.value, IPAddress.isValid(value) else {
            throw ValueError("\"\(text)\" is not of the form NAME=ADDRESS")
        }
        name = pair.key
        address = value
    }
}
