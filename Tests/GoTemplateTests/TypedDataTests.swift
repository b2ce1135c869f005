import Testing

@testable import GoTemplate

@Suite("Data with Go's types")
struct TypedDataTests {
    /// A container as inspect's typed answer has it.
    private let container = TemplateValue.object(
        SimpleObject(
            "container.InspectResponse",
            [
                ("ID", .string("4fa6")),
                ("Name", .string("")),
                ("RestartCount", .int(0)),
                ("SizeRw", .nilPointer("*int64")),
                ("Health", .nilPointer("*container.Health")),
                ("OomKillDisable", .pointer(.bool(false))),
                (
                    "State",
                    .pointer(
                        .object(SimpleObject("container.State", [("Status", .string("running")), ("Pid", .int(7))])))
                ),
                ("CapAdd", .list(ArrayList(nilOf: "string"))),
                ("Binds", .list(ArrayList([.string("/a:/b")], elementType: "string"))),
                ("Labels", .map(DictionaryMap(strings: ["a": "1"]))),
                (
                    "Networks",
                    .map(
                        DictionaryMap(
                            nilOf: "*network.EndpointSettings", elementZero: .nilPointer("*network.EndpointSettings")))
                ),
                ("Anything", .null),
            ]))

    @Test(
        "absent fields print as Go's zero values",
        arguments: [
            (
                "{{.Name}}|{{.RestartCount}}|{{.SizeRw}}|{{.Health}}|{{.CapAdd}}|{{.Networks}}",
                "|0|<nil>|<nil>|[]|map[]"
            ),
            ("{{json .CapAdd}}{{json .Networks}}{{json .Health}}{{json .Anything}}", "nullnullnullnull"),
            ("{{.Anything}} {{print .Anything}}", "<no value> <nil>"),
            ("{{if .Health}}1{{end}}{{if .CapAdd}}2{{end}}{{if .Networks}}3{{end}}{{if .State}}4{{end}}", "4"),
            ("{{with .Health}}{{.Status}}{{else}}none{{end}}", "none"),
            ("{{range .CapAdd}}x{{else}}none{{end}}{{range .Networks}}x{{else}}none{{end}}", "nonenone"),
            ("{{len .CapAdd}}{{len .Networks}}{{join .CapAdd `,`}}", "00"),
            ("{{eq .Health nil}} {{eq .CapAdd nil}} {{ne .Networks nil}}", "true true false"),
        ])
    func absentFields(_ source: String, _ expected: String) {
        #expect(Rendering(source, container) == Rendering(output: expected))
    }

    @Test(
        "maps know the type of their values",
        arguments: [
            (#"[{{index .Labels "zzz"}}]"#, "[]"),
            ("{{.Labels.zzz}}", "<no value>"),
            ("{{json .Networks.kind}}", "null"),
            (#"{{index .Networks "kind"}}"#, "<nil>"),
            (#"{{printf "%T %T %T" .Labels .Binds .CapAdd}}"#, "map[string]string []string []string"),
        ])
    func typedMaps(_ source: String, _ expected: String) {
        #expect(Rendering(source, container) == Rendering(output: expected))
    }

    @Test(
        "structs and pointers print as in Go",
        arguments: [
            ("{{.State}}", "{running 7}"),
            ("{{print .State}}", "&{running 7}"),
            (#"{{printf "%+v" .State}}"#, "&{Status:running Pid:7}"),
            (#"{{printf "%#v" .State}}"#, #"&container.State{Status:"running", Pid:7}"#),
            ("{{json .State}}", #"{"Status":"running","Pid":7}"#),
            ("{{.State.Status}} {{.OomKillDisable}} {{if .OomKillDisable}}set{{end}}", "running false set"),
            (#"{{printf "%s %d %v" .Health .Health .Health}}"#, "%!s(*container.Health=<nil>) 0 <nil>"),
        ])
    func structs(_ source: String, _ expected: String) {
        #expect(Rendering(source, container) == Rendering(output: expected))
    }

    @Test(
        "errors name the type",
        arguments: [
            (
                "{{.Health.Status}}",
                "template: :1:9: executing \"\" at <.Health.Status>: nil pointer evaluating *container.Health.Status"
            ),
            (
                "{{.State.Nope}}",
                "template: :1:8: executing \"\" at <.State.Nope>: can't evaluate field Nope in type *container.State"
            ),
            (
                "{{.Stat}}",
                "template: :1:2: executing \"\" at <.Stat>: can't evaluate field Stat in type container.InspectResponse"
            ),
            (
                "{{.Name.x}}",
                "template: :1:7: executing \"\" at <.Name.x>: can't evaluate field x in type string"
            ),
            (
                "{{.ID 1}}",
                "template: :1:2: executing \"\" at <.ID>: ID has arguments but cannot be invoked as function"
            ),
        ])
    func errors(_ source: String, _ expected: String) {
        #expect(Rendering(source, container).error == expected)
    }

    @Test("a map whose keys are not strings is out of reach for fields and string indexes")
    func foreignKeys() {
        var ports = DictionaryMap(["80/tcp": .null])
        ports.keyType = "nat.Port"
        let data = TemplateValue.object(SimpleObject("T", [("Ports", .map(ports))]))
        #expect(
            Rendering(#"{{index .Ports "80/tcp"}}"#, data).error?.hasSuffix("value has type string; should be nat.Port")
                == true)
        #expect(
            Rendering("{{.Ports.x}}", data).error?.hasSuffix("can't evaluate field x in type map[nat.Port]interface {}")
                == true)
        #expect(Rendering("{{range $k, $v := .Ports}}{{$k}}{{end}}", data).output == "80/tcp")
    }

    @Test(
        "a method takes arguments",
        arguments: [
            (#"{{.Label "a"}}"#, "label a"), (#"{{"a" | .Label}}"#, "label a"),
            (#"{{$x := .}}{{$x.Label "b"}}"#, "label b"),
            (#"{{(.).Label "c"}}"#, "label c"),
        ])
    func methods(_ source: String, _ expected: String) {
        #expect(Rendering(source, .object(Row())) == Rendering(output: expected))
    }

    @Test(
        "a method refuses wrong arguments",
        arguments: [
            ("{{.Label}}", "<.Label>: wrong number of args for Label: want 1 got 0"),
            (#"{{.Label "a" "b"}}"#, "<.Label>: wrong number of args for Label: want 1 got 2"),
            ("{{.Label 1}}", "<1>: expected string; found 1"),
            (#"{{.Label ""}}"#, "<.Label>: error calling Label: no name"),
        ])
    func wrongArguments(_ source: String, _ expected: String) {
        #expect(Rendering(source, .object(Row())).error?.hasSuffix(expected) == true)
    }

    private struct Row: TemplateObject {
        var typeName: String { "*formatter.ContainerContext" }
        var fieldNames: [String] { [] }

        func field(_ name: String) -> TemplateValue? { nil }

        func parameters(ofMethod name: String) -> [TemplateFunction.Parameter]? {
            name == "Label" ? [.string] : nil
        }

        func call(_ name: String, _ arguments: [TemplateValue]) throws(TemplateFunction.Failure) -> TemplateValue {
            guard case .string(let label) = arguments[0], !label.isEmpty else { throw .init("no name") }
            return .string("label \(label)")
        }
    }
}
