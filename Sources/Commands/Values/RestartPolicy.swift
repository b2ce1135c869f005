import CommandGrammar
import EngineAPI
import JSON

/// `no`, `always`, `unless-stopped` or `on-failure[:COUNT]`.
///
/// Names are the engine's matter, so that new ones work; engines that store any name are answered for by `check`.
struct RestartPolicy: FlagValue, Equatable {
    var name = "no"
    var maximumRetryCount = 0

    static var typeName: String { "string" }
    static var completion: Completion? {
        .words([
            Candidate("no", "Never"), Candidate("always", "Whenever it ends, and when the engine starts"),
            Candidate("on-failure", "When it fails; :COUNT limits how often"),
            Candidate("unless-stopped", "As always, but not after it was stopped"),
        ])
    }
    var defaultText: String { name }

    mutating func take(_ text: String) throws(ValueError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        name = parts.first ?? ""
        maximumRetryCount = 0
        guard parts.count == 2 else { return }
        guard let count = Int(parts[1]), !name.isEmpty else {
            throw ValueError("\"\(text)\" is not of the form NAME[:COUNT]")
        }
        maximumRetryCount = count
    }

    var isNone: Bool { name.isEmpty || name == "no" }

    /// Engines before 1.25 take any policy and then ignore what they do not know.
    func check(_ version: APIVersion) throws {
        if version >= APIVersion(1, 25) { return }
        let known = ["", "no", "always", "on-failure"] + (version >= APIVersion(1, 21) ? ["unless-stopped"] : [])
        guard known.contains(name) else {
            throw Failure("restart policy \(name.debugDescription) is unknown to this engine (API \(version))")
        }
        if maximumRetryCount < 0 || (maximumRetryCount > 0 && name != "on-failure") {
            throw Failure("only on-failure takes a number of retries, from 0 up")
        }
    }

    var json: JSONNode {
        ["Name": .string(name), "MaximumRetryCount": .int(maximumRetryCount)]
    }
}

extension RestartPolicy: ExpressibleByUntypedDefault {
    static var untyped: RestartPolicy { RestartPolicy() }
}
