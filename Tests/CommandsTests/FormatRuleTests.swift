import CommandGrammar
import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

@Suite("Every command with --format keeps docker's rules")
struct FormatRuleTests {
    private struct Place: Sendable, CustomTestStringConvertible {
        let words: [String]
        let hasShortF: Bool
        var testDescription: String { words.joined(separator: " ") }
    }

    /// All commands of the tree that have the flag, with a word for each argument they need.
    private static let places: [Place] = {
        var found: [Place] = []
        func walk(_ commands: [CommandGrammar.Command<Session>], _ path: [String]) {
            for command in commands {
                if let level = command.subcommands { walk(level, path + [command.name]) }
                guard let signature = command.signature,
                    let flag = signature.flags.first(where: { $0.name == "format" })
                else { continue }
                let arguments = signature.arguments.flatMap { Array(repeating: "x", count: $0.minimum) }
                found.append(Place(words: path + [command.name] + arguments, hasShortF: flag.short == "f"))
            }
        }
        walk(Root.tree.commands, [])
        return found
    }()

    /// Those whose wrong template is a wrong command line (64): what prints objects, not lists.
    private static func printsObjects(_ words: [String]) -> Bool {
        words.contains("inspect") || ["version", "info", "events"].contains { words.prefix(2).contains($0) }
    }

    /// - Parameter engine: an engine that tells its version and nothing else.
    private func run(_ words: [String], _ engine: ScriptedEngine? = nil) -> (status: Int32, out: String, err: String) {
        let out = Output(memory: .file)
        let err = Output(memory: .file)
        let world = World(
            environment: Environment(["DOCKER_CONFIG": "/nonexistent"]), input: 0, out: out, err: err,
            now: { Timestamp(seconds: 1_700_000_000) },
            dial: { _ in
                guard let engine else { throw ConversationError(line: "no engine here") }
                return try engine.connect()
            }, catchSignals: { _ in nil })
        let status = Program(world).run(words)
        return (status, out.text, err.text)
    }

    private static var engine: ScriptedEngine {
        var conversation = Conversation(name: "")
        conversation.engine = "1.47"
        return ScriptedEngine(conversation)
    }

    @Test("there are commands of both kinds, and -f is --format where objects are printed, else it is --filter")
    func kinds() {
        #expect(Self.places.count { Self.printsObjects($0.words) } >= 15)
        #expect(Self.places.count { !Self.printsObjects($0.words) } >= 20)
        for place in Self.places {
            let isEvents = place.words.last == "events"
            #expect(place.hasShortF == (Self.printsObjects(place.words) && !isEvents), "\(place)")
        }
    }

    @Test(
        "a wrong template ends with 64 where objects are printed and with 1 for lists, and nothing is asked for",
        arguments: places)
    private func badTemplate(_ place: Place) {
        for format in ["{{.Names", "{{nosuchfunction .}}", "{{end}}"] {
            let engine = Self.engine
            let (status, out, err) = run(place.words + ["--format", format], engine)
            #expect(status == (Self.printsObjects(place.words) ? 64 : 1), "\(format): \(err)")
            #expect(out.isEmpty && err.hasPrefix("tug: template parsing error: template: "), "\(format): \(err)")
            #expect(engine.complaints.isEmpty)
        }
    }

    @Test("json is a word of its own, and so is table for lists: neither is taken for a template", arguments: places)
    private func words(_ place: Place) {
        for word in Self.printsObjects(place.words) ? ["json"] : ["json", "table", "table {{print 1}}"] {
            let engine = Self.engine
            let (_, out, err) = run(place.words + ["--format", word], engine)
            let isLocal = place.words.first == "context" || place.words == ["version"]
            #expect(!out.contains("json\n") && !out.hasPrefix("table"), "\(word): \(out)")
            #expect(!err.contains("template"), "\(word): \(err)")
            #expect(isLocal || !engine.complaints.isEmpty, "\(word) did not get as far as the engine: \(err)")
        }
    }

    @Test("--format completes its words and, within braces, fields", arguments: places)
    private func completes(_ place: Place) {
        let names = place.words.filter { $0 != "x" }
        let words = run(["__complete"] + names + ["--format", ""]).out
        #expect(words.hasPrefix("json\t") || words.contains("\njson\t"), "\(words)")
        #expect(Self.printsObjects(names) || words.contains("table\t"), "\(words)")
        let fields = run(["__complete"] + names + ["--format", "{{."]).out
        #expect(fields.split(separator: "\n").count { $0.hasPrefix("{{.") } >= 2, "\(fields)")
    }
}
