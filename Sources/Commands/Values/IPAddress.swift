import CommandGrammar
import Glibc

/// Addresses of the internet protocol, as text.
enum IPAddress {
    static func isVersion4(_ text: String) -> Bool {
        var address = in_addr()
        return inet_pton(AF_INET, text, &address) == 1
    }

    static func isVersion6(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, text, &address) == 1
    }

    static func isValid(_ text: String) -> Bool { isVersion4(text) || isVersion6(text) }

    /// The address without the brackets that may enclose one of version 6.
    static func withoutBrackets(_ text: String) -> String {
        guard text.hasPrefix("["), text.hasSuffix("]"), text.utf8.count > 2 else { return text }
        return String(text.dropFirst().dropLast())
    }
}

/// An address of version 4: `--ip`.
struct IPv4Value: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "ip" }

    mutating func take(_ text: String) throws(ValueError) {
        guard IPAddress.isVersion4(text) else { throw ValueError("\"\(text)\" is not an IPv4 address") }
        self.text = text
    }
}

/// An address of version 6: `--ip6`.
struct IPv6Value: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "ip" }

    mutating func take(_ text: String) throws(ValueError) {
        guard IPAddress.isVersion6(text) else { throw ValueError("\"\(text)\" is not an IPv6 address") }
        self.text = text
    }
}

/// An address of either version in a list: `--dns`, `--link-local-ip`.
struct IPElement: ListElement {
    let text: String

    init(parsing text: String) throws(ValueError) {
        self.text = text.filter { !$0.isWhitespace }
        if !IPAddress.isValid(self.text) { throw ValueError("\"\(text)\" is not an IP address") }
    }
}
