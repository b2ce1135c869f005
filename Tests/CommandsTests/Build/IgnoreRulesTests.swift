import Testing

@testable import Commands

@Suite("What .dockerignore leaves out")
struct IgnoreRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let ignored: [String]
        let sent: [String]
        var testDescription: String { file.debugDescription }

        init(_ file: String, _ ignored: [String], _ sent: [String]) {
            self.file = file
            self.ignored = ignored
            self.sent = sent
        }
    }

    static let cases: [Case] = [
        Case("a.txt", ["a.txt"], ["b.txt", "sub/a.txt"]),
        Case("*.txt", ["a.txt", ".txt"], ["sub/a.txt", "a.txt2"]),
        Case("**/*.txt", ["a.txt", "sub/a.txt", "x/y/z.txt"], ["a.log"]),
        Case("sub", ["sub", "sub/a", "sub/b/c"], ["sub2", "x/sub"]),
        Case("sub/", ["sub", "sub/a"], ["sub2"]),
        Case("/sub", ["sub", "sub/a"], ["x/sub"]),
        Case("./sub/", ["sub", "sub/a"], ["x/sub"]),
        Case("sub//b/../c/.", ["sub/c", "sub/c/d"], ["sub/b"]),
        Case("sub/*", ["sub/a", "sub/b/c"], ["sub", "x"]),
        Case("sub/**", ["sub/a", "sub/b/c"], ["sub", "x"]),
        Case("**/sub", ["sub", "x/sub", "x/y/sub/z"], ["xsub", "x/sub2"]),
        Case("**", ["a", "a/b"], []),
        Case("x/**/z", ["x/z", "x/y/z", "x/y/y/z"], ["x", "xz", "x/yz"]),
        Case("**foo", ["foo", "x/foo", "xfoo"], ["foo2"]),
        Case("**fo?", ["foo", "x/foo"], ["xfoo"]),
        Case("a**b", ["ab", "ax/b", "ax/y/b"], ["axb"]),
        Case("?.txt", ["a.txt", "é.txt"], ["ab.txt", ".txt"]),
        Case("a?b", ["axb"], ["a/b", "ab"]),
        Case("[a-c]x", ["ax", "cx"], ["dx", "x"]),
        Case("[^a-c]x", ["dx", "]x"], ["ax"]),
        Case("[!a]x", ["ax", "!x"], ["bx"]),
        Case("a[/]b", ["a/b"], ["a", "axb"]),
        Case("[]]", [], ["]"]),
        Case("[\\]]x", ["]x"], ["\\x"]),
        Case("\\*", ["*"], ["a", "\\*"]),
        Case("a+b{$^.c", ["a+b{$^.c"], ["aab{$^xc"]),
        Case("# a\n #b", ["#b"], ["# a"]),
        Case("\\#a", ["#a"], []),
        Case("  a b  \r\n\tc\r\n", ["a b", "c"], ["a", "b"]),
        Case("\u{feff}a\nb", ["a", "b"], []),
        Case("\n\n  \n", [], ["a"]),
        Case(".", [], ["a"]),
        Case("/", [], ["a"]),
        Case("../a", [], ["a"]),
        Case("/../a", ["a"], []),
        Case("*\n!a", ["b"], ["a", "a/x"]),
        Case("*\n! a", ["b"], ["a"]),
        Case("!a\n*", ["a"], []),
        Case("sub\n!sub/keep", ["sub", "sub/x"], ["sub/keep", "sub/keep/x"]),
        Case("sub\n!sub/keep\nsub/keep/no", ["sub/x", "sub/keep/no"], ["sub/keep/yes"]),
        Case("*\n!dir/a\ndir", ["dir", "dir/b"], ["dir/a"]),
        Case("*\n!dir/a\ndir/*", ["dir", "dir/a"], []),
        Case("*\n!**/keep", ["a", "sub/x"], ["keep", "sub/keep", "x/y/keep/z"]),
        Case("logs/*\n!logs/keep.log", ["logs/a.log"], ["logs", "logs/keep.log"]),
    ]

    @Test("a pattern leaves out what it says and nothing else", arguments: cases)
    func patterns(_ example: Case) throws {
        // A class that closes at once is no class: the only case here that cannot be read.
        if example.file == "[]]" {
            #expect(throws: IgnoreRules.Problem(line: 1, text: "[]]")) {
                try IgnoreRules(file: Array(example.file.utf8))
            }
            return
        }
        let rules = try IgnoreRules(file: Array(example.file.utf8))
        #expect(example.ignored.filter { !rules.ignores($0) } == [])
        #expect(example.sent.filter { rules.ignores($0) } == [])
    }

    @Test(
        "a line that is no pattern is told with its number",
        arguments: ["[", "a[", "[]", "[a", "[a-", "[a-]", "[-a]", "[z-a]", "a\\", "!", "! "])
    func mistakes(_ line: String) {
        let text = line.last == " " ? "!" : line
        #expect(throws: IgnoreRules.Problem(line: 3, text: text)) {
            try IgnoreRules(file: Array("# fine\nok\n\(line)\n".utf8))
        }
    }

    @Test("an ignored folder is walked only where an exception may be in it")
    func walking() throws {
        let rules = try IgnoreRules(file: Array("*\n!sub/keep/*.txt\n!x/**/y".utf8))
        let walked = ["sub", "sub/keep", "x", "x/a", "x/a/b", "other", "sub/no"].filter {
            rules.mayReinclude(below: Array($0.unicodeScalars))
        }
        #expect(walked == ["sub", "sub/keep", "x", "x/a", "x/a/b"])
    }

    @Test("a pattern of stars costs no more than its length times the path's")
    func hostilePatterns() throws {
        let rules = try IgnoreRules(file: Array((String(repeating: "*a", count: 200) + "b").utf8))
        #expect(!rules.ignores(String(repeating: "a", count: 2000)))
    }
}
