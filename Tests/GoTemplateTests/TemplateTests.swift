import Testing

@testable import GoTemplate

@Suite("Templates")
struct TemplateTests {
    private let row = TemplateValue.object(
        SimpleObject(
            "Row", [("Names", .string("web")), ("Labels", .map(DictionaryMap(strings: ["com.example.my-app": "1"])))]))

    @Test("errors carry the template's name")
    func namedTemplate() throws {
        #expect(throws: TemplateError(stage: .parsing, message: "template: ps:1: unclosed action", hint: nil)) {
            try Template("{{", name: "ps")
        }
        let template = try Template("a\n {{.x}}", name: "ps")
        var output: [UInt8] = []
        let expected = TemplateError(
            stage: .executing,
            message: #"template: ps:2:3: executing "ps" at <.x>: can't evaluate field x in type int"#, hint: nil)
        #expect(throws: expected) { try template.render(.int(1), into: &output) }
        #expect(output == Array("a\n ".utf8))
    }

    @Test("rendering appends to what the output holds")
    func appends() throws {
        var output = Array("head\n".utf8)
        let template = try Template("{{.Names}}\n")
        try template.render(row, into: &output)
        try template.render(row, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "head\nweb\nweb\n")
    }

    @Test(
        "a hint shows the way out",
        arguments: [
            ("{{.Name}}", "did you mean .Names?"),
            ("{{.names}}", "did you mean .Names?"),
            (
                "{{.Labels.com.example.my-app}}",
                #"a name with "-" is reached by {{index .Labels "com.example.my-app"}}"#
            ),
            ("{{$.Labels.my-app}}", #"a name with "-" is reached by {{index $.Labels "my-app"}}"#),
            ("{{(.Labels).my-app}}", #"a name with "-" is reached by {{index (…) "my-app"}}"#),
            ("{{.my-app}}", #"a name with "-" is reached by {{index . "my-app"}}"#),
            ("{{uper .Names}}", "did you mean \"upper\"?"),
        ])
    func hints(_ source: String, _ expected: String) {
        #expect(Rendering(source, row).hint == expected)
    }

    @Test("a key cut at its first dot is shown whole")
    func dottedKey() {
        let result = Rendering("{{.Labels.com.example}}", row, missingKey: .error)
        #expect(result.error?.hasSuffix(#"map has no entry for key "com""#) == true)
        #expect(result.hint == #"a name with "." is reached by {{index … "com.example.my-app"}}"#)
    }

    @Test("there is no hint where nothing is close", arguments: ["{{.Created}}", "{{.Names+1}}", "{{"])
    func noHint(_ source: String) {
        #expect(Rendering(source, row).hint == nil)
    }

    @Test(
        "a heading goes through docker's functions unchanged, except for pad",
        arguments: [
            ("{{json .Names}}", "web"), ("{{upper .Names}}", "web"), ("{{truncate .Names 1}}", "web"),
            ("{{join (split .Names `,`) `/`}}", "web"), ("{{pad .Names 1 1}}|", " web |"), ("{{len .Names}}", "3"),
            ("{{title .Names | lower}}", "web"),
        ])
    func headings(_ source: String, _ expected: String) {
        #expect(Rendering(source, row, functions: .dockerHeading) == Rendering(output: expected))
    }

    @Test("a caller's functions join docker's")
    func ownFunctions() {
        let functions = FunctionSet.docker.adding([
            "twice": TemplateFunction([.string]) { .list(ArrayList([$0[0], $0[0]])) }
        ])
        #expect(Rendering("{{twice (upper .Names)}}", row, functions: functions).output == "[WEB WEB]")
        #expect(
            Rendering("{{twice 1}}", row, functions: functions).error?.hasSuffix("expected string; found 1") == true)
    }

    @Test(
        "a template knows the fields it reads",
        arguments: [
            "{{.Size}}", "{{json .Size}}", "{{if .Size}}{{end}}", "{{$.Size}}", "{{(.).Size}}",
            "{{range .L}}{{$.Size}}{{end}}",
            "{{define `x`}}{{.Size}}{{end}}", "{{if 1}}{{else if eq (print .Size.X) ``}}{{end}}",
            "{{template `x` .Size}}",
        ])
    func mentions(_ source: String) throws {
        #expect(try Template(source).mentions(field: "Size"))
    }

    @Test(
        "a template does not read what it only resembles",
        arguments: ["Size", "{{.Sizes}}", "{{.X.Size}}", "{{`.Size`}}"])
    func doesNotMention(_ source: String) throws {
        #expect(try !Template(source).mentions(field: "Size"))
    }

    @Test("text cut inside of a character keeps its bytes")
    func bytes() throws {
        var output: [UInt8] = []
        try Template(#"{{truncate "é" 1}}{{slice "é" 1}}{{"\xff"}}{{printf "%q" "\xff"}}"#).render(.null, into: &output)
        #expect(output == [0xC3, 0xA9, 0xFF] + Array(#""\xff""#.utf8))
    }

    @Test(
        "printf's rarer forms",
        arguments: [
            (#"{{printf "%[2]d %[1]d" 1 2}}"#, "2 1"), (#"{{printf "%[3]d" 1}}"#, "%!d(BADINDEX)"),
            (#"{{printf "%"}}"#, "%!(NOVERB)"), (#"{{printf "%*d" "x" 1}}"#, "%!(BADWIDTH)1"),
            (#"{{printf "%.*d" -1 1}}"#, "%!(BADPREC)1"), (#"{{printf "%-*d|" 4 1}}"#, "1   |"),
            (#"{{printf "%*d|" -4 1}}"#, "1   |"), (#"{{printf "%[1]*d" 3}}"#, "%!d(MISSING)"),
            (#"{{printf "%+d % d %+.1f" 1 2 3.0}}"#, "+1  2 +3.0"),
            (#"{{printf "%08.3f|%+08.2f" 3.14159 2.5}}"#, "0003.142|+0002.50"),
            (#"{{printf "%#x %#X %#b %O" 255 255 5 8}}"#, "0xff 0XFF 0b101 0o10"),
            (#"{{printf "%.3d|%5.3d" 7 7}}"#, "007|  007"),
            (#"{{printf "%+q %#q" "é`" "a`"}}"#, #""\u00e9`" "a`""#),
            (#"{{printf "%x %X % x" "hi" "hi" "hi"}}"#, "6869 6869 68 69"),
            (#"{{printf "%#v" 1e6}} {{printf "%#v" "x"}}"#, #"1e+06 "x""#),
            (#"{{printf "%.2x" 3.14159}}"#, "0x1.92p+01"),
            (#"{{printf "%5t|%-7t|" true false}}"#, " true|false  |"), (#"{{printf "%6.2f%%" 12.345}}"#, " 12.35%"),
            (
                #"{{json 1.2345678901234567e20}} {{json 1e20}} {{json -0.00000123}} {{json 1e-7}} {{json 0.0}}"#,
                "123456789012345670000 100000000000000000000 -0.00000123 1e-7 0"
            ),
            (#"{{printf "%v %v %v %v" 123456.0 1234567.0 0.0001 0.00001}}"#, "123456 1.234567e+06 0.0001 1e-05"),
            (#"{{printf "%s %v" (index "abc" 1) (index "abc" 1)}}"#, "%!s(uint8=98) 98"),
        ])
    func formatting(_ source: String, _ expected: String) {
        #expect(Rendering(source) == Rendering(output: expected))
    }
}
