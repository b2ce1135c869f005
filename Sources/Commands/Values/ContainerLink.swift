import CommandGrammar

/// `CONTAINER[:ALIAS]` of `--link`.
struct ContainerLink: ListElement {
    /// As typed, which is as the engine takes it.
    let text: String

    static var completion: Completion? { .names(.runningContainers) }

    init(parsing text: String) throws(ValueError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if text.isEmpty || parts.count > 2 { throw ValueError("\"\(text)\" is not of the form CONTAINER[:ALIAS]") }
        self.text = text
    }
}
