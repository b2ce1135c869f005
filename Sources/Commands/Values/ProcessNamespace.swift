import CommandGrammar

/// `host` or `container:NAME` of `--pid`.
struct ProcessNamespace: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "string" }
    static var completion: Completion? { .namespace([Candidate("host", "Those of the host")]) }

    mutating func take(_ text: String) throws(ValueError) {
        let isContainer = text.hasPrefix("container:") && text != "container:"
        guard text.isEmpty || text == "host" || isContainer else {
            throw ValueError("\"\(text)\" is neither host nor container:NAME")
        }
        self.text = text
    }

    var isOfContainer: Bool { text.hasPrefix("container:") }
}
