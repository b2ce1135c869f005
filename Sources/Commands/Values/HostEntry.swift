import CommandGrammar

/// `NAME:IP` or `NAME=IP` of `--add-host`; `host-gateway` stands for the host's own address.
struct HostEntry: ListElement {
    let name: String
    let address: String

    init(parsing text: String) throws(ValueError) {
        guard let separator = text.firstIndex(of: "=") ?? text.firstIndex(of: ":"), separator != text.startIndex else {
            throw ValueError("\"\(text)\" is not of the form NAME:IP")
        }
        name = String(text[..<separator])
        address = IPAddress.withoutBrackets(String(text[text.index(after: separator)...]))
        if address != "host-gateway", !IPAddress.isValid(address) {
            throw ValueError("\"\(address)\" is neither an IP address nor host-gateway")
        }
    }

    /// As the engine takes it.
    var wire: String { "\(name):\(address)" }
}
