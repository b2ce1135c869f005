import Testing

@testable import Filters

@Suite struct FilterPatternTests {
    @Test(
        "what Go spells differently matches the same",
        arguments: [
            (#"^a\d+$"#, "a12", true), (#"^a\d+$"#, "ab", false), (#"\D"#, "12", false),
            (#"^\w+\.\w+$"#, "a_1.b", true),
            ("^(?:ab)+$", "abab", true), ("(?i)^APP$", "app", true), (#"\Aapp\z"#, "app", true), ("^a+?$", "", false),
            ("^a{2,3}?$", "aa", true), (#"^[\d.]+$"#, "1.2", true), (#"^[\w\-]+$"#, "a-b_c", true),
            (#"^[^\s]+$"#, "a b", false),
            (#"^[\]\[]+$"#, "[]", true), (#"^[\^]$"#, "^", true), (#"^[\^\-]+$"#, "-^", true),
            (#"^[^\^]$"#, "^", false),
            ("^[a-]+$", "a-", true), ("^[]a]+$", "]a", true), ("^[[:digit:]]+$", "42", true), (#"^a\<b$"#, "a<b", true),
            (#"\bapp\b"#, "my-app-1", true), ("a|^$", "", true), ("", "anything", true), ("^a.c$", "a/c", true),
        ])
    func translation(pattern: String, subject: String, expected: Bool) throws {
        #expect(try FilterPattern(key: "name", pattern).matches(subject) == expected)
    }

    @Test(
        "what cannot be searched is refused, never a trap",
        arguments: [
            "*a", "a|*", "(", ")", "[a", "[", "[^", "[\\", "\\", "a{2", "a{2,1}", "[z-a]", "[[:nope:]]", #"(a)\1"#,
            #"\pL"#,
            #"\Qa\E"#, "(?P<x>a)", "(?s)a", "a**", #"[\W]"#, "[[:",
        ])
    func refusals(pattern: String) {
        #expect(throws: FilterError.self) { try FilterPattern(key: "name", pattern) }
    }

    @Test("the reason is given in one line")
    func reason() throws {
        let error = #expect(throws: FilterError.self) { try FilterPattern(key: "name", "[a") }
        #expect(error?.description == "filter name has \"[a\", which is no regular expression: a bracket is not closed")
    }
}
