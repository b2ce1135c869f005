import CommandGrammar

/// When an image is fetched before a container is made of it.
enum PullPolicy: String, FlagValue {
    case always, missing, never

    static var typeName: String { "string" }
    static var completion: Completion? {
        .words([
            Candidate("always", "Even when it is there"), Candidate("missing", "When it is not there"),
            Candidate("never", "Fail when it is not there"),
        ])
    }
    var defaultText: String { rawValue }

    mutating func take(_ text: String) throws(ValueError) {
        guard let policy = PullPolicy(rawValue: text) else {
            throw ValueError("\"\(text)\" is none of always, missing, never")
        }
        self = policy
    }
}
