import CommandGrammar
import Testing

@Suite("The tree finds the command")
struct TreeTests {
    private func outcome(_ words: String...) throws -> String {
        var globals = Globals()
        switch try kitchen().parse(words, globals: &globals) {
        case .run(let filled, _, let path):
            return "run \(path) gates \(filled.gates.map { "\($0.subject)@\($0.since)" })"
        case .help(_, let path, let asked): return "help \(path) \(asked)"
        case .overview(let asked): return "overview \(asked)"
        }
    }

    @Test("by name, alias and group")
    func names() throws {
        #expect(try outcome("wash") == "run pot wash gates []")
        #expect(try outcome("make", "x") == "run pot cook gates [\"pot cook@1.21\"]")
        #expect(try outcome("dish", "c", "x") == "run pot dish c gates [\"pot dish c@1.21\"]")
    }

    @Test("version gates name what was typed, once, and nothing else")
    func gates() throws {
        #expect(
            try outcome("cook", "-t", "a", "-t", "b", "x") == "run pot cook gates [\"pot cook@1.21\", \"--tag@1.25\"]")
    }

    @Test("help is found wherever people ask for it")
    func help() throws {
        #expect(try outcome("cook", "--help") == "help pot cook true")
        #expect(try outcome("cook", "soup", "-h") == "help pot cook true")
        #expect(try outcome("help", "cook") == "help pot cook true")
        #expect(try outcome("help", "dish", "wash") == "help pot dish wash true")
        #expect(try outcome("dish", "help", "wash") == "help pot dish wash true")
        #expect(try outcome("dish", "--help") == "help pot dish true")
        #expect(try outcome("dish") == "help pot dish false")
        #expect(try outcome("--help") == "overview true")
        #expect(try outcome() == "overview false")
        #expect(try outcome("cook", "--help=false", "x") == "run pot cook gates [\"pot cook@1.21\"]")
    }

    @Test("global flags stand before the command and only there")
    func globals() throws {
        var globals = Globals()
        _ = try kitchen().parse(["-DH", "a", "--host=b", "wash"], globals: &globals)
        #expect(globals == Globals(host: ["a", "b"], debug: true))
        #expect(throws: UsageError(problem: .unknownFlag("-D", in: "-D"), command: "pot wash")) {
            try kitchen().parse(["wash", "-D"], globals: &globals)
        }
    }

    @Test("an unknown command is refused with the nearest known one, status 1")
    func unknown() throws {
        var globals = Globals()
        let error = #expect(throws: UsageError.self) { try kitchen().parse(["cokk"], globals: &globals) }
        #expect(error?.description == "unknown command 'pot cokk'; did you mean 'pot cook'?")
        #expect(error?.status == 1)
        let nested = #expect(throws: UsageError.self) { try kitchen().parse(["dish", "zzz"], globals: &globals) }
        #expect(nested?.description == "unknown command 'pot dish zzz'; see 'pot dish --help'")
    }

    @Test("a command's help shows usage, purpose, flags with defaults and the version they need")
    func page() {
        let page = Help(width: 80).page(Cook.command(), path: "pot cook")
        #expect(page.hasPrefix("Usage:  pot cook [OPTIONS] RECIPE [WORD...]\n\nMake a dish.\n\nAlso as:  pot make\n"))
        #expect(page.contains("  -n, --last int            How many (default -1)\n"))
        #expect(page.contains("      --proof               Taste it first (default true)\n"))
        #expect(page.contains("  -t, --tag list            Mark it (API 1.25)\n"))
        #expect(!page.contains("--time"))
    }

    @Test("no line of help is wider than the terminal")
    func width() {
        let page = Help(width: 50).overview(kitchen(), defaults: Globals())
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 50 })
    }

    @Test("misspellings are matched by letters put in, left out, changed or swapped")
    func spelling() {
        #expect("fitler".nearest(among: ["filter", "format"]) == "filter")
        #expect("form".nearest(among: ["filter", "format"]) == "format")
        #expect("xyz".nearest(among: ["filter", "format"]) == nil)
    }
}
