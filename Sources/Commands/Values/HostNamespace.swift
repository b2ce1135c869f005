import CommandGrammar

/// `host` of `--uts` and `--userns`.
struct HostNamespace: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "string" }
    static var completion: Completion? { .words(["host"]) }

    mutating func take(_ text: String) throws(ValueError) {
        guard text.isEmpty || text == "host" else { throw ValueError("\"\(text)\" is not host") }
        self.text = text
    }
}
