import Filters

/// The label that ties what belongs to a stack together.
enum StackLabel {
    static let key = "com.docker.stack.namespace"

    /// The filters with one more: what belongs to the stack.
    ///
    /// - Throws: `Failure` for a name that no stack can have.
    static func adding(_ stack: String, to filters: FilterList) throws -> FilterList {
        let isBlank = stack.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        let quotes: Set<Character> = ["'", "\""]
        if isBlank || (stack.first.map(quotes.contains) ?? false) {
            throw Failure("\(stack.debugDescription) cannot be the name of a stack")
        }
        var wanted = filters
        wanted.set(key: "label", value: "\(key)=\(stack)")
        return wanted
    }
}
