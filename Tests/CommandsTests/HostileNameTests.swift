import CommandGrammar
import Configuration
import Foundation
import Terminal
import Testing

@testable import Commands

@Suite("A name that is typed never becomes another endpoint, a query or a header, whatever the command")
struct HostileNameTests {
    private static let names = [
        "..", "../../version", "a/../../../version", "./x", "/../x", "a//b", "x?force=1", "x#f", "x y",
        "x%2f..%2fversion", "x\r\nX-Evil: 1", "x\u{0}y", "\u{1b}[2J",
    ]

    /// The command lines of a leaf: in each place of an argument once the name, and harmless words in the others.
    private static func lines(_ path: [String], _ signature: Signature, name: String) -> [[String]] {
        let isCopy = path.last == "cp"
        let places = signature.arguments.map { isCopy && $0 != signature.arguments.last ? "x:/f" : "x" }
        return places.indices.map { place in
            var words = places
            words[place] = isCopy ? "\(name):/f" : name
            if isCopy, place == 1 { words[0] = "/etc/hostname" }
            if isCopy, place == 0 { words[1] = "/nonexistent/x" }
            return path + words
        }
    }

    /// The requests that a command line makes of an engine that refuses them all.
    private static func requests(_ words: [String]) -> [String] {
        var nothing = Conversation(name: "")
        nothing.engine = "1.41"
        let engine = ScriptedEngine(nothing)
        let input = open("/dev/null", O_RDONLY)
        defer { close(input) }
        let world = World(
            environment: Environment(["DOCKER_CONFIG": "/nonexistent"]), input: input, out: Output(memory: .file),
            err: Output(memory: .file), now: { Timestamp(seconds: 1_700_000_000) },
            dial: { _ in try engine.connect() }, catchSignals: { _ in nil })
        _ = Program(world).run(words)
        return engine.complaints.map { String($0.drop { $0 != "/" }) }
    }

    private static func first(_ target: String) -> Substring? {
        target.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first?.prefix { $0 != "?" }
    }

    @Test("names of every kind in every argument of every command", arguments: names)
    func everywhere(_ name: String) throws {
        var (asked, harmless) = (0, 0)
        for (path, command) in Root.tree.everyCommand {
            guard let signature = command.signature, !path.contains("completion"), path.last?.first != "_" else {
                continue
            }
            let path = Array(path.dropFirst())
            let pairs = zip(Self.lines(path, signature, name: "x"), Self.lines(path, signature, name: name))
            for (usual, odd) in pairs {
                let expected = Self.requests(usual).compactMap(Self.first)
                harmless += expected.count
                for target in Self.requests(odd) {
                    asked += 1
                    let place = target.prefix { $0 != "?" }
                    let parts = place.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
                    #expect(target.hasPrefix("/v1.41/"), "\(odd): \(target)")
                    #expect(!parts.contains { ["", ".", ".."].contains($0.lowercased()) }, "\(odd): \(target)")
                    #expect(target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "#") }, "\(odd)")
                    #expect(!target.contains("force=1"), "\(odd): \(target)")
                    // The endpoint is the one of a harmless name.
                    #expect(Self.first(target).map(expected.contains) == true, "\(odd): \(target), not \(expected)")
                }
            }
        }
        // Names that no path can hold still go out in queries and bodies.
        #expect(harmless > 60 && asked > 5, "\(harmless) \(asked)")
    }
}
