import CommandGrammar

/// `host` or `private` of `--cgroupns`.
struct CgroupNamespace: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "string" }

    mutating func take(_ text: String) throws(ValueError) {
        guard ["", "host", "private"].contains(text) else {
            throw ValueError("\"\(text)\" is neither host nor private")
        }
        self.text = text
    }
}
