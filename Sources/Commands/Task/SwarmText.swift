/// What `--pretty` says of an object, written line by line.
struct SwarmText {
    private(set) var lines = ""

    mutating func line(_ text: String = "") { lines += text + "\n" }

    /// Labels under their heading, an empty value left out; nothing without any.
    mutating func labels(_ labels: [String: String], _ bullet: String, heading: String = "Labels:") {
        if labels.isEmpty { return }
        line(heading)
        for (key, value) in labels.sorted(by: { $0.key < $1.key }) {
            line(bullet + key + (value.isEmpty ? "" : "=\(value)"))
        }
    }
}
