import GoTemplate
import JSON
import Testing

@testable import Commands

@Suite("The engine's JSON seen as Go's types")
struct TypedViewTests {
    private func text(_ template: String, _ json: String, _ schema: TypedSchema = .container) throws -> String {
        var bytes: [UInt8] = []
        try Template(template).render(schema.view(try JSONDocument(Array(json.utf8)).root), into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("what is absent reads as Go's zero value of its type")
    func absent() throws {
        #expect(
            try text("[{{.Name}}] {{.RestartCount}} {{.SizeRw}} {{.ExecIDs}} {{.Config}}", "{}")
                == "[] 0 <nil> [] <nil>")
        #expect(try text("{{json .ExecIDs}} {{json .GraphDriver}}", "{}") == #"null {"Data":null,"Name":""}"#)
        #expect(try text("{{.Labels}} {{json .Labels}}", "{}", .volume) == "map[] null")
        #expect(try text("{{.Labels}} {{json .Labels}}", #"{"Labels":{}}"#, .volume) == "map[] {}")
    }

    @Test("a field behind a nil pointer is an error that names the pointer's type")
    func nilPointer() throws {
        let error = #expect(throws: TemplateError.self) { try text("{{.State.Health.Status}}", #"{"State":{}}"#) }
        #expect(error?.message.hasSuffix("nil pointer evaluating *container.Health.Status") == true)
    }

    @Test(
        "a member of another kind than expected reads as the zero value and hides nothing else",
        arguments: ["1e99", "-1", "[]", "{}", "\"x\"", "[[[]]]", "{\"a\":{\"b\":[]}}", "true", "99999999999999999999"])
    func oddKinds(_ value: String) throws {
        let members = [
            "Id", "RestartCount", "ExecIDs", "State", "Mounts", "HostConfig", "GraphDriver", "SizeRw",
            "NetworkSettings",
        ]
        let json = "{" + members.map { "\"\($0)\":\(value)" }.joined(separator: ",") + ",\"Name\":\"/web\"}"
        #expect(try text("{{.Name}}", json) == "/web")
        #expect(try !text("{{json .}} {{.}} {{printf \"%#v\" .}}", json).isEmpty)
    }

    @Test("one word where a list of words is meant is a list of one")
    func singleWord() throws {
        #expect(try text("{{.Config.Cmd}} {{len .Config.Cmd}}", #"{"Config":{"Cmd":"sh"}}"#) == "[sh] 1")
    }

    @Test("fields of embedded structs are reached with and without the struct's name, and written flat")
    func embedded() throws {
        let json = #"{"Id":"4f","HostConfig":{"Memory":5}}"#
        #expect(try text("{{.ContainerJSONBase.ID}} {{.ID}}", json) == "4f 4f")
        #expect(try text("{{.HostConfig.Memory}} {{.HostConfig.Resources.Memory}}", json) == "5 5")
        #expect(try text("{{json .HostConfig}}", json).contains(#""CpuShares":0,"Memory":5"#))
    }

    @Test("the last of equal keys counts, in maps and in structs")
    func duplicates() throws {
        #expect(
            try text("{{.Labels}} {{.Name}}", #"{"Labels":{"a":"1","a":"2"},"Name":"x","Name":"y"}"#, .volume)
                == "map[a:2] y")
    }

    @Test(
        "times print as Go prints them",
        arguments: [
            ("2026-11-23T07:52:39.120Z", "2026-11-23 07:52:39.12 +0000 UTC"),
            ("2026-11-23T07:52:39Z", "2026-11-23 07:52:39 +0000 UTC"),
            ("2026-11-23T07:52:39.000+00:00", "2026-11-23 07:52:39 +0000 UTC"),
            ("2026-11-23T07:52:39-09:30", "2026-11-23 07:52:39 -0930 -0930"),
            ("0001-01-01T00:00:00Z", "0001-01-01 00:00:00 +0000 UTC"),
            ("soon", "soon"), ("2026-99-99T99:99:99Z", "2026-99-99T99:99:99Z"), ("", ""),
        ])
    func times(_ sent: String, _ printed: String) throws {
        #expect(try text("{{.Created}}", "{\"Created\":\"\(sent)\"}", .network) == printed)
    }

    @Test("the json of a time is RFC 3339 in its shortest form")
    func timeJSON() throws {
        let json = #"{"Created":"2026-11-23T07:52:39.120+00:00"}"#
        #expect(
            try text("{{json .Created}} {{.Created.Unix}} {{.Created.IsZero}}", json, .network)
                == #""2026-11-23T07:52:39.12Z" 1795420359 false"#)
    }

    @Test("bytes are numbers to most, text to the verbs of text, base64 to json")
    func bytes() throws {
        let json = #"{"Spec":{"Data":"YWI="}}"#
        #expect(try text("{{.Spec.Data}} {{len .Spec.Data}} {{index .Spec.Data 1}}", json, .config) == "[97 98] 2 98")
        #expect(
            try text(
                #"{{printf "%s|%q|%x|%v|%d" .Spec.Data .Spec.Data .Spec.Data .Spec.Data .Spec.Data}}"#, json, .config)
                == #"ab|"ab"|6162|[97 98]|[97 98]"#)
        #expect(
            try text(
                #"{{json .Spec.Data}} {{json (slice .Spec.Data 1)}} {{printf "%s" (slice .Spec.Data 1)}}"#, json,
                .config)
                == #""YWI=" "Yg==" b"#)
        #expect(try text(#"{{printf "%#v %T" .Spec.Data .Spec.Data}}"#, json, .config) == "[]byte{0x61, 0x62} []uint8")
        #expect(try text("{{.Spec.Data}}{{if .Spec.Data}}x{{end}} {{.Spec.Driver}}", "{}", .secret) == "[] <nil>")
        #expect(try text("{{.Spec.Data}}", #"{"Spec":{"Data":"no base64 §"}}"#, .config) == "[]")
    }

    @Test("a file's mode prints its letters, and its number where one is asked for")
    func fileMode() throws {
        let json = #"{"Spec":{"TaskTemplate":{"ContainerSpec":{"Secrets":[{"File":{"Mode":292}}]}}}}"#
        let mode = "(index .Spec.TaskTemplate.ContainerSpec.Secrets 0).File.Mode"
        #expect(
            try text(
                #"{{\#(mode)}} {{printf "%d %s" \#(mode) \#(mode)}} {{json \#(mode)}}"#.replacing(
                    #"\#(mode)"#, with: mode), json, .service)
                == "-r--r--r-- 292 -r--r--r-- 292")
    }

    @Test("a plugin's capability is told whole and in parts")
    func capability() throws {
        let json = #"{"Config":{"Interface":{"Types":["docker.volumedriver/1.0","odd"]}}}"#
        #expect(
            try text(
                "{{range .Config.Interface.Types}}{{.}}|{{.Prefix}}|{{.Capability}}|{{.Version}};{{end}}", json, .plugin
            )
                == "docker.volumedriver/1.0|docker|volumedriver|1.0;odd|odd||;")
        #expect(try text("{{json .Config.Interface.Types}}", json, .plugin) == #"["docker.volumedriver/1.0","odd"]"#)
    }

    @Test("names of fields and of members are unique in every struct")
    func uniqueNames() {
        var seen: Set<String> = []
        for schema in [
            TypedSchema.container, .image, .network, .volume, .info, .version, .event, .plugin, .node, .service, .task,
            .secret, .config, .context,
        ] {
            check(schema, &seen)
        }
        #expect(seen.count > 50)
    }

    private func check(_ schema: TypedSchema, _ seen: inout Set<String>) {
        guard seen.insert(schema.name).inserted else { return }
        #expect(Set(schema.fields.map(\.name)).count == schema.fields.count, "\(schema.name)")
        let keys = schema.fields.filter { !$0.isEmbedded }.map(\.key)
        #expect(Set(keys).count == keys.count, "\(schema.name)")
        for field in schema.fields { check(field.type, &seen) }
    }

    private func check(_ type: GoType, _ seen: inout Set<String>) {
        switch type {
        case .structure(let schema): check(schema, &seen)
        case .list(let inner), .array(let inner, _), .map(let inner, _), .pointer(let inner): check(inner, &seen)
        case .string, .bool, .int, .uint, .float, .time, .duration, .fileMode, .bytes, .pluginCapability, .any: break
        }
    }
}
