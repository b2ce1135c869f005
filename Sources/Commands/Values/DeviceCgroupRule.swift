import CommandGrammar

/// `TYPE MAJOR:MINOR PERMISSIONS` of `--device-cgroup-rule`: `c 42:* rwm`.
struct DeviceCgroupRule: ListElement {
    let text: String

    init(parsing text: String) throws(ValueError) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        let numbers = words.count == 3 ? words[1].split(separator: ":", omittingEmptySubsequences: false) : []
        let isNumber = { (part: Substring) in
            part == "*" || (!part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) })
        }
        guard numbers.count == 2, numbers.allSatisfy(isNumber), ["a", "b", "c"].contains(words[0]),
            (1...3).contains(words[2].count), words[2].allSatisfy("rwm".contains)
        else { throw ValueError("\"\(text)\" is not of the form 'TYPE MAJOR:MINOR PERMISSIONS', like 'c 42:* rwm'") }
        self.text = text
    }
}
