import CommandGrammar
import Configuration
import Foundation
import GoTemplate
import Terminal
import Testing

@testable import Commands

/// The table of docker's formats beside what our commands print.
@Suite("Every field of docker's formats is there, in every form")
struct FormatTableTests {
    /// What has no surface here, and why.
    private static let left = [
        "docker trust inspect": "content trust is gone from newer clients"
    ]

    /// Lists that are walked by a test of their own, for want of `--format` or of a command of their own.
    private static let special: Set<String> = [
        "docker system df -v (build cache section)", "docker checkpoint ls", "docker diff|container diff",
        "docker images (tree)",
    ]

    private static var commands: [String] { FormatTable.lists.keys.sorted() }

    private static func rows(of command: String, _ kind: String) -> [FormatTable.Row] {
        FormatTable.rows(of: command, kind)
    }

    /// What a command prints on stdout.
    private func output(
        _ words: [String], _ answers: [(path: String, body: String)], config: String = "{}", ping: String? = nil
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try config.write(to: folder.appendingPathComponent("config.json"), atomically: true, encoding: .utf8)
        var conversation = Conversation(name: words.joined(separator: " "))
        conversation.exchanges = answers.map { answer in
            var exchange = Conversation.Exchange(request: "GET /v1.41\(answer.path)")
            exchange.body = Array(answer.body.utf8)
            return exchange
        }
        if let ping {
            conversation.engine = nil
            var exchange = Conversation.Exchange(request: "GET /_ping")
            exchange.headers = ["Api-Version: 1.41", ping]
            conversation.exchanges.insert(exchange, at: 0)
        }
        let engine = ScriptedEngine(conversation)
        let out = Output(memory: .file)
        let err = Output(memory: .file)
        let world = World(
            environment: Environment(["DOCKER_CONFIG": folder.path]), input: 0, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() },
            catchSignals: { _ in nil })
        let status = Program(world).run(words)
        #expect(status == 0 && err.text.isEmpty && engine.complaints.isEmpty, "\(err.text) \(engine.complaints)")
        return out.text
    }

    /// What a list prints on stdout.
    private func output(
        _ list: FormatTable.List, _ more: [String] = [], single: Bool = false, config: String = "{}"
    ) throws -> String {
        var answers = single ? list.single : list.empty
        if more.contains("-q"), let quiet = list.quiet { answers = single ? quiet : [(quiet[0].path, "[]")] }
        if list.words == ["ps"], more.joined().contains(".Size") { answers[0].path += "?size=1" }
        return try output(list.words + more, answers, config: config)
    }

    private static func first(_ text: String) -> String { String(text.prefix { $0 != "\n" }) }

    private static func cells(_ line: some StringProtocol) -> [String] {
        String(line).components(separatedBy: "   ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    @Test("each list is walked here or named as left")
    func lists() {
        let known = Set(FormatTable.rows.map(\.command))
        #expect(known.count > 40)
        for row in FormatTable.rows where row.kind == "list" || row.kind == "field" {
            let places = [
                FormatTable.lists[row.command] != nil, Self.special.contains(row.command),
                Self.left[row.command] != nil,
            ]
            #expect(places.count { $0 } == 1, "\(row.command)")
        }
        #expect(Set(Self.left.keys).subtracting(known).isEmpty && Self.special.subtracting(known).isEmpty)
        #expect(Set(FormatTable.lists.keys).subtracting(known).isEmpty)
    }

    @Test("each command that prints objects has --format")
    func inspectors() {
        for row in FormatTable.rows where row.kind == "inspect" && Self.left[row.command] == nil {
            var level = Root.tree.commands
            var found: CommandGrammar.Command<Session>?
            for word in row.command.split(separator: " ").dropFirst() {
                found = level.first { $0.name == word }
                level = found?.subcommands ?? []
            }
            let flags = found?.signature?.flags ?? []
            #expect(flags.contains { $0.name == "format" }, "\(row.command)")
        }
    }

    @Test("each function of docker's templates is there")
    func functions() throws {
        let ours = ["json", "split", "join", "title", "lower", "upper", "pad", "truncate"]
        // The last two are of other places: one prints `version` by default, the others are for hooks of plugins.
        let others = ["(go builtins)", "getDetailsOrder", "hook templates"]
        #expect(Set(FormatTable.rows.filter { $0.kind == "function" }.map(\.name)) == Set(ours + others))
        let builtins = [
            "and", "or", "not", "len", "index", "slice", "print", "printf", "println", "html", "js", "urlquery", "call",
            "eq", "ne", "lt", "le", "gt", "ge",
        ]
        for name in ours + builtins {
            #expect(throws: Never.self, "\(name)") { try Template("{{\(name) 1 2}}", functions: .docker) }
        }
    }

    @Test("a field has its heading, alone and in a table", arguments: commands)
    func headings(_ command: String) throws {
        let list = try #require(FormatTable.lists[command])
        for row in Self.rows(of: command, "field") {
            let isLabel = row.name == "Label NAME"
            let field = isLabel ? "{{.Label \"a.tail\"}}" : "{{.\(row.name)}}"
            let isUnnamed = command == "docker context ls" && row.name == "Current"
            let heading = isLabel ? "tail" : isUnnamed ? "<no value>" : row.heading
            let table = try output(list, ["--format", "table \(field)"])
            #expect(Self.first(table) == heading, "\(command) \(row.name)")
            #expect(table.filter { $0 == "\n" }.count == 1 + list.constant, "\(command) \(row.name)")
            #expect(
                try output(list, ["--format", "\(field)."], single: true).hasSuffix(".\n"), "\(command) \(row.name)")
        }
    }

    @Test("the plain table has docker's columns in docker's order", arguments: commands)
    func tables(_ command: String) throws {
        let list = try #require(FormatTable.lists[command])
        let columns = Self.rows(of: command, "field").filter { $0.place != nil }
        let headings = columns.sorted { ($0.place ?? 0) < ($1.place ?? 0) }.map(\.heading)
        #expect(!headings.isEmpty)
        #expect(Self.cells(Self.first(try output(list))) == headings)
        #expect(try output(list, ["--format", "table"], single: true) == output(list, single: true))
    }

    @Test("json has the fields that docker's has, sorted", arguments: commands)
    func json(_ command: String) throws {
        let list = try #require(FormatTable.lists[command])
        let names = Self.rows(of: command, "field").filter(\.isInJSON).map(\.name).sorted()
        for format in ["json", "{{json .}}"] {
            let line = Self.first(try output(list, ["--format", format], single: true))
            let keys = line.matches(of: #/[{,]"(\w+)":/#).map { String($0.output.1) }
            #expect(keys == names, "\(command)")
        }
    }

    @Test("raw has docker's lines; without a raw form the word is a template", arguments: commands)
    func raw(_ command: String) throws {
        let list = try #require(FormatTable.lists[command])
        let text = try output(list, ["--format", "raw"], single: true)
        guard let lines = Self.rows(of: command, "raw").first?.rawLines else {
            return #expect(text == String(repeating: "raw\n", count: list.lines))
        }
        let wanted = (0..<list.lines).flatMap { _ in lines }
        #expect(text.hasSuffix("\n\n"))
        #expect(text.split(separator: "\n").map { String($0.prefix { $0 != ":" }) } == wanted)
        if command == "docker system df" { return }
        let quiet = try output(list, ["-q", "--format", "raw"], single: true)
        let key = wanted.first { $0.hasSuffix("_id") } ?? wanted[0]
        #expect(quiet.hasPrefix("\(key):") && quiet.filter { $0 == "\n" }.count == 1)
    }

    @Test("the configuration's format is used where none was typed", arguments: commands)
    func configured(_ command: String) throws {
        let list = try #require(FormatTable.lists[command])
        guard let key = Self.rows(of: command, "list").first?.configKey, !key.isEmpty else { return }
        let config = #"{"\#(key)":"from the file"}"#
        #expect(try output(list, single: true, config: config) == "from the file\n")
        #expect(try output(list, ["--format", "typed"], single: true, config: config) == "typed\n")
        if command.hasPrefix("docker stats") { return }
        #expect(try output(list, ["-q"], config: config) == "")
    }

    @Test("the build cache of system df has docker's columns, fields and lines")
    func buildCache() throws {
        let command = "docker system df -v (build cache section)"
        let words = ["system", "df", "-v"]
        let one = [(path: "/system/df", body: #"{"BuildCache":[{}]}"#)]
        let fields = Self.rows(of: command, "field")
        #expect(fields.count == 12)
        for field in fields {
            let format = "{{range .BuildCache}}{{.\(field.name)}}.{{end}}"
            #expect(try output(words + ["--format", format], one).hasSuffix("."), "\(field.name)")
        }
        let section = try output(words, one).components(separatedBy: "Build cache usage: 0B\n\n")
        let headings = fields.filter { $0.place != nil }.sorted { ($0.place ?? 0) < ($1.place ?? 0) }.map(\.heading)
        #expect(section.count == 2 && Self.cells(Self.first(section[1])) == headings)
        let json = try output(words + ["--format", "{{json .BuildCache}}"], one)
        let keys = json.matches(of: #/[{,]"(\w+)":/#).map { String($0.output.1) }
        #expect(keys == fields.filter(\.isInJSON).map(\.name).sorted())
        let raw = try output(words + ["--format", "raw"], one).split(separator: "\n").map { $0.prefix { $0 != ":" } }
        #expect(raw.map(String.init) == ["type"] + (Self.rows(of: command, "raw").first?.rawLines ?? []))
    }

    @Test("checkpoints and changes have no --format and docker's only form")
    func fixedForms() throws {
        let checkpoints = try output(
            ["checkpoint", "ls", "x"], [("/containers/x/checkpoints", #"[{"Name":"one"}]"#)],
            ping: "Docker-Experimental: true")
        #expect(Self.rows(of: "docker checkpoint ls", "field").map(\.heading) == [Self.first(checkpoints)])
        #expect(checkpoints.hasSuffix("\none\n"))
        let changes = #"[{"Kind":0,"Path":"/a"},{"Kind":1,"Path":"/b c"},{"Kind":2,"Path":"/d"}]"#
        #expect(Self.rows(of: "docker diff|container diff", "field").map(\.name) == ["Type", "Path"])
        #expect(try output(["diff", "x"], [("/containers/x/changes", changes)]) == "C /a\nA /b c\nD /d\n")
    }

    @Test("the tree of images has docker's columns, in a conversation that shows one")
    func tree() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Conversations/image-list.txt")
        let headings = Self.rows(of: "docker images (tree)", "field").map(\.heading)
        #expect(headings.count == 5)
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let shown = lines.filter { $0.hasPrefix("| IMAGE ") }.map { Self.cells($0.dropFirst(2)) }
        #expect(!shown.isEmpty && shown.allSatisfy { $0 == headings })
    }

    @Test("each label of docker's texts about a swarm's objects is in what a conversation shows of a full one")
    func labels() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Conversations")
        for kind in ["node", "service", "secret", "config"] {
            let row = try #require(Self.rows(of: "docker \(kind) inspect --pretty", "pretty").first)
            let text = try String(contentsOf: folder.appendingPathComponent("\(kind).txt"), encoding: .utf8)
            let labels = row.rawLines.joined(separator: ",").replacing(#/\(.*?\)|Yes/No|type: names|\.\.\. /#, with: "")
                .split { ";{}[],?".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(labels.count { !$0.isEmpty } >= 5)
            for label in labels where !label.isEmpty {
                let isShown = text.split(separator: "\n").contains {
                    let line = $0.drop { "| \t".contains($0) }
                    return $0.hasPrefix("|") && (line.hasPrefix(label + ":") || line.hasPrefix(label + " ="))
                }
                #expect(isShown || label == "Tests" && text.contains("Test = "), "\(kind): \(label)")
            }
        }
    }
}
