import CommandGrammar
import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

/// The table of docker's formats beside what our commands print.
@Suite("Every field of docker's formats is there, in every form")
struct FormatTableTests {
    private struct Row {
        let command: String
        let kind: String
        let name: String
        let heading: String
        let place: Int?
        let isInJSON: Bool
        let configKey: String
        let rawLines: [String]
    }

    /// How a list is asked for, and what the engine answers: nothing, and one thing that it tells nothing of.
    private struct Listed {
        let words: [String]
        let path: String
        var empty = "[]"
        var single = "[{}]"
    }

    private static let listed = [
        "docker ps|container ls": Listed(words: ["ps"], path: "/containers/json"),
        "docker images|image ls": Listed(words: ["images"], path: "/images/json"),
        "docker history|image history": Listed(words: ["history", "x"], path: "/images/x/history"),
        "docker plugin ls": Listed(words: ["plugin", "ls"], path: "/plugins"),
        "docker network ls": Listed(words: ["network", "ls"], path: "/networks"),
        "docker volume ls": Listed(
            words: ["volume", "ls"], path: "/volumes", empty: #"{"Volumes":[]}"#, single: #"{"Volumes":[{}]}"#),
    ]

    /// Commands that other issues bring.
    private static let left: Set<String> = [
        "docker node ls", "docker service ls|stack services",
        "docker service ps|node ps|stack ps", "docker stack ls", "docker secret ls", "docker config ls",
        "docker context ls", "docker search", "docker stats|container stats", "docker system df",
        "docker system df -v (build cache section)", "docker node inspect",
        "docker service inspect", "docker secret inspect", "docker config inspect", "docker context inspect",
        "docker trust inspect",
    ]

    private static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/formats.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 8 else { return nil }
            return Row(
                command: cells[0], kind: cells[1], name: cells[2], heading: cells[3], place: Int(cells[4]),
                isInJSON: cells[5] == "yes", configKey: cells[6],
                rawLines: cells[7].split(separator: ",").map(String.init))
        }
    }()

    private static func rows(of command: String, _ kind: String) -> [Row] {
        rows.filter { $0.command == command && $0.kind == kind }
    }

    /// What a list prints on stdout.
    private func output(
        _ list: Listed, _ more: [String] = [], single: Bool = false, config: String = "{}"
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try config.write(to: folder.appendingPathComponent("config.json"), atomically: true, encoding: .utf8)
        var conversation = Conversation(name: list.path)
        let showsSize = list.words == ["ps"] && more.joined().contains(".Size")
        var exchange = Conversation.Exchange(request: "GET /v1.41\(list.path)\(showsSize ? "?size=1" : "")")
        exchange.body = Array((single ? list.single : list.empty).utf8)
        conversation.exchanges = [exchange]
        let engine = ScriptedEngine(conversation)
        let out = Output(memory: .file)
        let err = Output(memory: .file)
        let world = World(
            environment: Environment(["DOCKER_CONFIG": folder.path]), input: 0, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) }, dial: { _ in try engine.connect() },
            catchSignals: { _ in nil })
        let status = Program(world).run(list.words + more)
        #expect(status == 0 && err.text.isEmpty && engine.complaints.isEmpty, "\(err.text) \(engine.complaints)")
        return out.text
    }

    private static func cells(_ line: some StringProtocol) -> [String] {
        String(line).components(separatedBy: "   ").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }

    @Test("each command is either held to the table here or named as left")
    func commands() {
        let commands = Set(Self.rows.map(\.command))
        #expect(commands.count > 30)
        for row in Self.rows where row.kind == "list" {
            #expect((Self.listed[row.command] != nil) != Self.left.contains(row.command), "\(row.command)")
        }
        #expect(Self.left.subtracting(commands).isEmpty && Set(Self.listed.keys).subtracting(commands).isEmpty)
    }

    @Test("each command that prints objects has --format")
    func inspectors() {
        for row in Self.rows where row.kind == "inspect" && !Self.left.contains(row.command) {
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

    @Test("a field has its heading, alone and in a table", arguments: listed.keys.sorted())
    func headings(_ command: String) throws {
        let list = try #require(Self.listed[command])
        for row in Self.rows(of: command, "field") {
            let isLabel = row.name == "Label NAME"
            let field = isLabel ? "{{.Label \"a.tail\"}}" : "{{.\(row.name)}}"
            let heading = isLabel ? "tail" : row.heading
            #expect(try output(list, ["--format", "table \(field)"]) == heading + "\n", "\(command) \(row.name)")
            #expect(
                try output(list, ["--format", "\(field)."], single: true).hasSuffix(".\n"), "\(command) \(row.name)")
        }
    }

    @Test("the plain table has docker's columns in docker's order", arguments: listed.keys.sorted())
    func tables(_ command: String) throws {
        let list = try #require(Self.listed[command])
        let columns = Self.rows(of: command, "field").filter { $0.place != nil }
        let headings = columns.sorted { ($0.place ?? 0) < ($1.place ?? 0) }.map(\.heading)
        #expect(!headings.isEmpty)
        #expect(Self.cells(try output(list)) == headings)
        #expect(try output(list, ["--format", "table"], single: true) == output(list, single: true))
    }

    @Test("json has the fields that docker's has, sorted", arguments: listed.keys.sorted())
    func json(_ command: String) throws {
        let list = try #require(Self.listed[command])
        let names = Self.rows(of: command, "field").filter(\.isInJSON).map(\.name).sorted()
        for format in ["json", "{{json .}}"] {
            let line = try output(list, ["--format", format], single: true)
            let keys = line.matches(of: #/[{,]"(\w+)":/#).map { String($0.output.1) }
            #expect(keys == names, "\(command)")
        }
    }

    @Test("raw has docker's lines; without a raw form the word is a template", arguments: listed.keys.sorted())
    func raw(_ command: String) throws {
        let list = try #require(Self.listed[command])
        let text = try output(list, ["--format", "raw"], single: true)
        guard let wanted = Self.rows(of: command, "raw").first?.rawLines else { return #expect(text == "raw\n") }
        #expect(text.hasSuffix("\n\n"))
        #expect(text.split(separator: "\n").map { String($0.prefix { $0 != ":" }) } == wanted)
        let quiet = try output(list, ["-q", "--format", "raw"], single: true)
        let key = wanted.first { $0.hasSuffix("_id") } ?? wanted[0]
        #expect(quiet.hasPrefix("\(key):") && quiet.filter { $0 == "\n" }.count == 1)
    }

    @Test("the configuration's format is used where none was typed", arguments: listed.keys.sorted())
    func configured(_ command: String) throws {
        let list = try #require(Self.listed[command])
        guard let key = Self.rows(of: command, "list").first?.configKey, !key.isEmpty else { return }
        let config = #"{"\#(key)":"from the file"}"#
        #expect(try output(list, single: true, config: config) == "from the file\n")
        #expect(try output(list, ["--format", "typed"], single: true, config: config) == "typed\n")
        #expect(try output(list, ["-q"], config: config) == "")
    }
}
