import CommandGrammar

/// `PATH[:OPTIONS]` of `--tmpfs`.
struct TmpfsMapping: ListElement {
    let path: String
    let options: String

    init(parsing text: String) throws(ValueError) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        path = parts.first ?? ""
        options = parts.count == 2 ? parts[1] : ""
        if path.isEmpty { throw ValueError("\"\(text)\" names no path") }
    }
}
