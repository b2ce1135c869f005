import CommandGrammar

/// A domain of `--dns-search`; `.` for none.
struct SearchDomain: ListElement {
    let name: String

    init(parsing text: String) throws(ValueError) {
        name = text.filter { !$0.isWhitespace }
        if name != ".", !Self.isDomain(name) { throw ValueError("\"\(text)\" is not a domain") }
    }

    /// Labels of letters, digits and inner hyphens between dots (RFC 1123 section 2.1), one letter at least.
    private static func isDomain(_ name: String) -> Bool {
        let bare = name.hasSuffix(".") ? name.dropLast() : name[...]
        guard name.utf8.count <= 255, bare.contains(where: \.isLetter) else { return false }
        return bare.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.first != "-" && label.last != "-"
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        }
    }
}
