import CommandGrammar
import Foundation
import Testing

@testable import Commands

/// The table of docker's commands and flags beside our declarations.
@Suite("The tree holds docker's commands and flags")
struct CommandTableTests {
    private struct Row {
        let path: [String]
        let aliases: Set<String>
        let stopsAtFirst: Bool
        let flag: String
        let short: String
        let type: String
        let initial: String
        let isHidden: Bool
        let since: String
    }

    /// Commands that other issues bring.
    private static let left: Set<String> = [
        "app", "bake", "buildx", "config create", "config rm", "context create", "context export", "context import",
        "context rm", "context show", "context update", "context use", "deploy", "engine", "help", "manifest",
        "node demote", "node promote", "node rm", "node update", "secret create", "secret rm", "service create",
        "service logs", "service rm", "service rollback", "service scale", "service update", "stack config",
        "stack deploy", "stack rm", "swarm", "trust",
    ]

    /// Flags of docker 20.10 for a Kubernetes that it then gave up.
    private static let gone: Set<String> = ["all-namespaces", "kubeconfig", "namespace", "orchestrator"]

    private static let rows: [Row] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "Fixtures/commands.tsv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count >= 13, cells[1] == "leaf" else { return nil }
            return Row(
                path: Array(cells[0].split(separator: " ").dropFirst().map(String.init)),
                aliases: Set(cells[2].split(separator: ",").map(String.init)), stopsAtFirst: cells[4] == "false",
                flag: cells[6], short: cells[7], type: cells[8], initial: cells[9], isHidden: cells[11] == "true",
                since: cells[12])
        }
    }()

    private static func find(_ path: [String]) -> CommandGrammar.Command<Session>? {
        var level = Root.tree.commands
        var found: CommandGrammar.Command<Session>?
        for word in path {
            found = level.first { $0.name == word }
            level = found?.subcommands ?? []
        }
        return found
    }

    private static func isLeft(_ path: [String]) -> Bool {
        (1...path.count).contains { left.contains(path.prefix($0).joined(separator: " ")) }
    }

    @Test("every command that is due is there, with its aliases and its way of stopping at the first argument")
    func commands() {
        #expect(Self.rows.count > 1000)
        for path in Set(Self.rows.map(\.path)) where !Self.isLeft(path) {
            let name = path.joined(separator: " ")
            guard let command = Self.find(path), let signature = command.signature else {
                Issue.record("no command \(name)")
                continue
            }
            let rows = Self.rows.filter { $0.path == path }
            #expect(signature.isInterspersed != rows[0].stopsAtFirst, "\(name): flags after arguments")
            for alias in rows[0].aliases where alias != path.last {
                #expect(command.aliases.contains(alias), "\(name) lacks the alias \(alias)")
            }
        }
    }

    @Test("every flag has docker's name, letter, type and default")
    func flags() {
        for row in Self.rows
        where !row.flag.isEmpty && row.flag != "help" && !Self.gone.contains(row.flag) && !Self.isLeft(row.path) {
            guard let signature = Self.find(row.path)?.signature else { continue }
            let name = "\(row.path.joined(separator: " ")) --\(row.flag)"
            guard let index = signature.flags.firstIndex(where: { $0.name == row.flag }) else {
                Issue.record("missing: \(name)")
                continue
            }
            let flag = signature.flags[index]
            #expect(flag.short.map(String.init) ?? "" == row.short, "\(name): letter")
            #expect(flag.typeName == row.type, "\(name): type")
            let neutral: Set<String> = ["", "0", "0s", "false", "[]", "map[]", "<nil>"]
            let wanted = neutral.contains(row.initial) ? "" : row.initial
            #expect(signature.defaults[index] == wanted, "\(name): default")
        }
    }
}
