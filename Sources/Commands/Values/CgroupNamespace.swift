import CommandGrammar

/// `host` or `private` of `--cgroupns`.
struct CgroupNamespace: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "string" }
    static var completion: Completion? { .words(["host", "private"]) }

    mutating func take(_ text: String) throws(ValueError) {
        guard ["", "host", "private"].contains(text) else {
            throw ValueError("\"\(text)\" is neither host nor private")
        }
        self.text = text
    }
}
