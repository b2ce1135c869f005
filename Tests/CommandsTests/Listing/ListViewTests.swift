import GoTemplate
import Terminal
import Testing

@testable import Commands

private struct Thing {
    var id: String
    var name: String
}

private var things: Listing<Thing> {
    Listing(
        typeName: "*formatter.Thing",
        columns: [
            Column("THING ID", "ID") { $0.id }, Column("NAME", "Name") { $0.name },
            Column("SIZE", "Size") { _ in "1B" },
        ],
        table: ["ID", "Name"], raw: "id: {{.ID}}\nname: {{.Name}}\n", rawQuiet: "thing_id",
        label: { $1 == "a.b-c_d" ? $0.name : nil })
}

@Suite("A listing is printed in the form that was asked for")
struct ListViewTests {
    private let rows = [Thing(id: "1", name: "a"), Thing(id: "2", name: "b\u{1b}[2J")]

    private func shown(
        _ format: String?, configured: String? = nil, quiet: Bool = false, on out: Output = Output(memory: .file)
    ) throws -> String {
        try ListView(things, format: format, configured: configured, quiet: quiet).show(rows, to: out)
        return out.text
    }

    @Test("as a table where nothing else was said, or the bare word")
    func table() throws {
        let table = "THING ID   NAME\n1          a\n2          b\u{1b}[2J\n"
        #expect(try shown(nil) == table)
        #expect(try shown("") == table)
        #expect(try shown("table") == table)
    }

    @Test("by the template of the configuration file, unless something was typed")
    func configured() throws {
        #expect(try shown(nil, configured: "{{.ID}}") == "1\n2\n")
        #expect(try shown("{{.Size}}", configured: "{{.ID}}") == "1B\n1B\n")
        #expect(try shown(nil, configured: "{{.Name}}", quiet: true) == "1\n2\n")
    }

    @Test("as ids, as JSON lines with sorted keys, as raw lines")
    func others() throws {
        #expect(try shown(nil, quiet: true) == "1\n2\n")
        #expect(try shown("table", quiet: true) == "1\n2\n")
        #expect(
            try shown("json")
                == "{\"ID\":\"1\",\"Name\":\"a\",\"Size\":\"1B\"}\n{\"ID\":\"2\",\"Name\":\"b\\u001b[2J\",\"Size\":\"1B\"}\n"
        )
        #expect(try shown("raw") == "id: 1\nname: a\n\nid: 2\nname: b\u{1b}[2J\n\n")
        #expect(try shown("raw", quiet: true) == "thing_id: 1\nthing_id: 2\n")
    }

    @Test("as an aligned table of a template, whose heading line the same template makes")
    func tableTemplate() throws {
        #expect(try shown("table {{.ID}}\\t{{lower .Name}}").hasPrefix("THING ID   NAME\n1          a\n"))
        #expect(try shown("table {{.ID}}\\t{{.Label \"a.b-c_d\"}}").hasPrefix("THING ID   b c d\n1          a\n"))
    }

    @Test("with the engine's control characters spelt out on a terminal, except in a template's own text")
    func escaping() throws {
        #expect(try shown(nil, on: Output(memory: .terminal(columns: 80))).contains("b\\x1b[2J"))
        #expect(try shown("{{.Name}}", on: Output(memory: .terminal(columns: 80))) == "a\nb\u{1b}[2J\n")
    }

    @Test("a template that does not parse, or names no field, is one failure in Go's words")
    func mistakes() throws {
        #expect(throws: Failure.self) { try shown("{{.ID") }
        let failure = #expect(throws: Failure.self) { try shown("{{.Nope}}") }
        #expect(
            failure?.message.hasPrefix(
                "template parsing error: template: :1:2: executing \"\" at <.Nope>: "
                    + "can't evaluate field Nope in type *formatter.Thing") == true)
    }

    @Test("a field is mentioned by the columns of the table or by the template")
    func mentions() throws {
        #expect(try !ListView(things, format: nil).mentions("Size"))
        #expect(try ListView(things, format: "{{.ID}} {{.Size}}").mentions("Size"))
        #expect(try ListView(things, format: nil, table: ["ID", "Size"]).mentions("Size"))
    }
}
