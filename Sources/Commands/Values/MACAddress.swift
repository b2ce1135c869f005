import CommandGrammar

/// A hardware address of six bytes: `92:d0:c6:0a:29:33`, with colons or hyphens, or in three groups with dots.
struct MACAddress: FlagValue, Equatable {
    var text = ""

    static var typeName: String { "string" }

    mutating func take(_ text: String) throws(ValueError) {
        guard text.isEmpty || Self.isValid(text) else { throw ValueError("\"\(text)\" is not a MAC address") }
        self.text = text
    }

    static func isValid(_ text: String) -> Bool {
        let forms: [(separator: Character, groups: Int, digits: Int)] = [(":", 6, 2), ("-", 6, 2), (".", 3, 4)]
        return forms.contains { form in
            let groups = text.split(separator: form.separator, omittingEmptySubsequences: false)
            return groups.count == form.groups
                && groups.allSatisfy { $0.utf8.count == form.digits && $0.allSatisfy(\.isHexDigit) }
        }
    }
}
