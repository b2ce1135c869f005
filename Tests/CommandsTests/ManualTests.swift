import CommandGrammar
import Configuration
import Foundation
import Terminal
import Testing
import Transport

@testable import Commands

@Suite("The files that follow from the declarations are up to date: `make man` records them anew")
struct ManualTests {
    private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) -> String? {
        try? String(contentsOf: top.appendingPathComponent(path), encoding: .utf8)
    }

    @Test("manual pages, reference and completion scripts are what the declarations say")
    func files() {
        for file in Manual.files where Self.text(file.path) != file.text {
            Issue.record("\(file.path) is out of date: run make man")
        }
    }

    @Test("no page is left of a command that is gone")
    func stale() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.top.appendingPathComponent("man").path)
        #expect(Set(names.map { "man/\($0)" }) == Set(Manual.files.map(\.path).filter { $0.hasPrefix("man/") }))
    }

    @Test("every variable of docker's that the program reads is on the main page")
    func variables() throws {
        let page = try #require(Manual.files.first { $0.path == "man/tug.1" }).text
        let sources = Self.top.appendingPathComponent("Sources")
        let names = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        for name in names where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            for match in text.matches(of: /"(DOCKER_[A-Z_]+)"/) {
                #expect(page.contains("\\fB\(match.1)\\fR"), "\(match.1) of \(name)")
            }
        }
    }
}

@Suite("The declarations hold to the rules of the house")
struct DeclarationTests {
    private static var leaves: [(path: String, signature: Signature)] {
        Root.tree.everyCommand.compactMap { path, command in
            command.signature.map { (path: path.joined(separator: " "), signature: $0) }
        }
    }

    @Test("every flag has a help text without a full stop, and no two of a command say the same")
    func helpTexts() {
        for leaf in Self.leaves {
            let visible = leaf.signature.flags.filter { !$0.isHidden }
            for flag in leaf.signature.flags {
                #expect(!flag.help.isEmpty && !flag.help.hasSuffix("."), "\(leaf.path) --\(flag.name)")
                #expect(flag.help.first?.isLowercase == false, "\(leaf.path) --\(flag.name)")
            }
            for (text, flags) in Dictionary(grouping: visible, by: \.help) where flags.count > 1 {
                Issue.record("\(leaf.path): \(flags.map(\.spelling)) all say: \(text)")
            }
        }
    }

    @Test("every command has a purpose of one line, and no two commands of a level have the same")
    func purposes() {
        for (path, command) in Root.tree.everyCommand {
            #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."), "\(path)")
            let below = (command.subcommands ?? []).filter { !$0.isHidden }.map(\.summary)
            #expect(Set(below).count == below.count, "\(path)")
        }
    }

    @Test("many flags stand under several headings")
    func headings() {
        for leaf in Self.leaves where leaf.signature.flags.filter({ !$0.isHidden }).count > 16 {
            let headings = Set(leaf.signature.flags.filter { !$0.isHidden }.map { $0.group ?? "" })
            #expect(headings.count > 1, "\(leaf.path)")
        }
    }

    @Test("every example begins with the program and parses")
    func examples() {
        for (path, command) in Root.tree.everyCommand {
            for example in command.examples where command.signature != nil {
                #expect(example.contains("tug "), "\(path): \(example)")
            }
        }
    }

    @Test("the common commands exist")
    func common() {
        let names = Root.tree.commands.map(\.name)
        for name in Root.tree.common { #expect(names.contains(name), "\(name)") }
    }

    @Test("a flag that may be given more than once says so to completion")
    func lists() {
        let types: Set<String> = [
            "list", "stringSlice", "stringArray", "filter", "mount", "network", "map", "ulimit", "port", "secret",
            "config", "gpu-request", "ipSlice", "ipNetSlice", "strings",
        ]
        for leaf in Self.leaves {
            for flag in leaf.signature.flags {
                #expect(flag.isList == types.contains(flag.typeName), "\(leaf.path) --\(flag.name): \(flag.typeName)")
            }
        }
    }

    @Test("filters complete their keys, formats their fields, platforms and signals their values")
    func completions() {
        let source = SessionNames(session: Self.session)
        func offers(_ path: String, _ flag: String) -> [Candidate] {
            let words = path.split(separator: " ").dropFirst().map(String.init)
            return Completer(Root.tree, source: source).complete(words + ["--\(flag)="]).candidates
        }
        for leaf in Self.leaves {
            for flag in leaf.signature.flags where !flag.isHidden {
                switch flag.name {
                case "filter":
                    #expect(offers(leaf.path, flag.name).contains { $0.word.hasSuffix("=") }, "\(leaf.path)")
                case "format" where leaf.path != "tug plugin inspect":
                    #expect(offers(leaf.path, flag.name).contains { $0.word.hasSuffix("{{.") }, "\(leaf.path)")
                case "platform", "signal", "stop-signal", "restart", "log-driver", "cap-add", "mount":
                    #expect(!offers(leaf.path, flag.name).isEmpty, "\(leaf.path) --\(flag.name)")
                default: break
                }
            }
        }
    }

    private static var session: Session {
        Session(
            world: World(
                environment: Environment([:]), input: 0, out: Output(memory: .file), err: Output(memory: .file),
                now: { .now() }, dial: { _ in throw ExitStatus(code: 1) }), options: GlobalOptions())
    }
}
