import CommandGrammar
import Testing

private struct Many: Action, Equatable {
    var flag = false

    static func flags(_ numbers: ClosedRange<Int>) -> [Flag<Many>] {
        numbers.map { Flag("flag-\($0)", \.flag, "Number \($0)", since: $0 == 1 ? "1.40" : $0 == 2 ? "1.44" : nil) }
    }

    static func command(_ last: Int) -> Command<Kitchen> {
        Command(
            "many", "Do much", Many.self, examples: ["pot many --flag-1"],
            flags: flags(1...2).grouped("First") + flags(3...last).grouped("Second"))
    }

    func run(_ session: Kitchen) throws {}
}

@Suite("Help is drawn from the declaration")
struct HelpTests {
    @Test("examples stand before the flags")
    func examples() throws {
        let page = Help().page(Many.command(5), path: "pot many")
        #expect(
            page.hasPrefix("Usage:  pot many [OPTIONS]\n\nDo much.\n\nExamples:\n  pot many --flag-1\n\nOptions:\n"))
    }

    @Test("more than 16 flags stand under headings, fewer under one")
    func groups() {
        let few = Help().page(Many.command(16), path: "pot many")
        #expect(few.contains("\nOptions:\n") && !few.contains("\nFirst:\n"))
        let many = Help().page(Many.command(17), path: "pot many")
        #expect(many.contains("\nFirst:\n") && many.contains("\nSecond:\n") && !many.contains("\nOptions:\n"))
    }

    @Test("the version that a flag needs is marked where the engine is older, and only there")
    func versions() {
        let all = Help().page(Many.command(5), path: "pot many")
        #expect(all.contains("Number 1 (API 1.40)") && all.contains("Number 2 (API 1.44)"))
        let some = Help(versions: .tooNew({ $0 > "1.41" }, paint: { "<\($0)>" })).page(
            Many.command(5), path: "pot many")
        #expect(some.contains("Number 1\n") && some.contains("Number 2 <(API 1.44)>\n"))
    }

    @Test("the shortest page shows the common commands in their order, then the groups")
    func start() {
        let tree = Tree(
            "pot", "Cooks", flags: [Flag<Globals>](),
            commands: [Wash.command(), Cook.command(), Command(group: "dish", "Dishes", [Wash.command()])],
            common: ["wash", "cook"])
        let page = Help().start(tree)
        #expect(page.contains("Common commands:\n  wash  Wash up\n  cook  Make a dish\n\nGroups:\n  dish  Dishes\n"))
    }

    @Test("slips are understood: help behind a command, one dash, the flag in front")
    func slips() throws {
        func outcome(_ words: String...) throws -> String {
            var globals = Globals()
            guard case .help(_, let path, let asked) = try kitchen().parse(words, globals: &globals) else {
                return "none"
            }
            return "\(path) \(asked)"
        }
        #expect(try outcome("wash", "help") == "pot wash true")
        #expect(try outcome("dish", "wash", "help") == "pot dish wash true")
        #expect(try outcome("wash", "-help") == "pot wash true")
        #expect(try outcome("--help", "cook", "soup") == "pot cook true")
        #expect(try outcome("help", "cook", "--all") == "pot cook true")
    }
}
