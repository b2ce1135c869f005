import JSON
import Terminal

/// What the objects of a swarm have in common.
extension JSONValue {
    var specName: String { self["Spec"]?.text("Name") ?? "" }

    var specLabels: [String: String] { self["Spec"]?.labels ?? [:] }

    /// `3 days ago`; of a time that the engine does not tell, that of Go's zero.
    func age(_ key: String, at now: Timestamp) -> String {
        HumanDuration.text(from: moment(key) ?? .zero, to: now) + " ago"
    }

    /// `2026-11-23 07:52:39.5 +0000 utc`: lower case, as docker has it.
    func momentText(_ key: String) -> String {
        (GoTime(text(key)).printedText ?? text(key)).lowercased()
    }

    func moment(_ key: String) -> Timestamp? {
        let text = text(key)
        return text.isEmpty ? nil : try? Timestamp(date: text, in: .utc)
    }
}

extension Sequence<JSONValue> {
    /// By name, digits read as numbers.
    var sortedByName: [JSONValue] { sorted { NaturalOrder.precedes($0.specName, $1.specName) } }
}

extension String {
    /// The first letter a capital, the rest small: `Ready`.
    var capitalised: String { prefix(1).uppercased() + dropFirst().lowercased() }
}
