import CommandGrammar
import Testing

@Suite("Flags are read as docker reads them")
struct FlagParsingTests {
    @Test("long flags take their value after a blank or an equals sign")
    func long() throws {
        #expect(try cook("--name", "x", "soup") == Cook(name: "x", recipe: "soup"))
        #expect(try cook("--name=x", "soup") == Cook(name: "x", recipe: "soup"))
        #expect(try cook("--name=", "soup") == Cook(name: "", recipe: "soup"))
        #expect(try cook("--name=a=b", "soup") == Cook(name: "a=b", recipe: "soup"))
    }

    @Test("a value may look like a flag")
    func valueLikeFlag() throws {
        #expect(try cook("--name", "--all", "soup") == Cook(name: "--all", recipe: "soup"))
        #expect(try cook("-n", "-1", "soup") == Cook(last: -1, recipe: "soup"))
    }

    @Test("short flags join in a cluster whose last may have a value, joined or apart")
    func clusters() throws {
        #expect(try cook("-at", "x", "soup") == Cook(all: true, tags: ["x"], recipe: "soup"))
        #expect(try cook("-atx", "soup") == Cook(all: true, tags: ["x"], recipe: "soup"))
        #expect(try cook("-at=x", "soup") == Cook(all: true, tags: ["x"], recipe: "soup"))
        #expect(try cook("-n5", "soup") == Cook(last: 5, recipe: "soup"))
        #expect(try cook("-as", "soup") == Cook(all: true, size: true, recipe: "soup"))
    }

    @Test("booleans stand bare or take a value with an equals sign, never the next word")
    func booleans() throws {
        #expect(try cook("--proof=false", "soup") == Cook(proof: false, recipe: "soup"))
        #expect(try cook("-a=false", "soup") == Cook(recipe: "soup"))
        #expect(try cook("--all", "false") == Cook(all: true, recipe: "false"))
        #expect(try cook("--size=0", "soup") == Cook(size: false, recipe: "soup"))
    }

    @Test("lists grow, scalars keep the last")
    func repetition() throws {
        #expect(try cook("-t", "a", "--tag=b", "soup").tags == ["a", "b"])
        #expect(try cook("--name=a", "--name=b", "soup").name == "b")
        #expect(try cook("--sizes", "1,\"2,3\"", "--sizes=4", "soup").sizes == ["1", "2,3", "4"])
    }

    @Test("flags may follow arguments")
    func interspersed() throws {
        #expect(
            try cook("soup", "-a", "hot", "--name", "x") == Cook(all: true, name: "x", recipe: "soup", words: ["hot"]))
    }

    @Test("where parsing stops at the first argument the rest is passed on untouched")
    func notInterspersed() throws {
        #expect(
            try cook("-a", "soup", "-z", "--name", "--", interspersed: false)
                == Cook(all: true, recipe: "soup", words: ["-z", "--name", "--"]))
    }

    @Test("two dashes end the flags, one dash is an argument")
    func dashes() throws {
        #expect(try cook("--", "-a", "--", "x") == Cook(recipe: "-a", words: ["--", "x"]))
        #expect(try cook("-", "-a") == Cook(all: true, recipe: "-"))
        #expect(try cook("--", "soup", "-a", interspersed: false) == Cook(recipe: "soup", words: ["-a"]))
    }

    @Test("whole numbers are read in every base of Go and checked for range")
    func numbers() throws {
        #expect(try cook("-n", "0x10", "soup").last == 16)
        #expect(try cook("-n", "010", "soup").last == 8)
        #expect(try cook("-n", "+7", "soup").last == 7)
        #expect(try cook("-n", "1_000", "soup").last == 1000)
        #expect(try cook("-n", "0x_1_0", "soup").last == 16)
        for text in ["_1", "1_", "1__0", "0x1_"] { #expect(throws: UsageError.self) { try cook("-n", text, "soup") } }
        #expect(throws: UsageError.self) { try cook("-n", "99999999999999999999", "soup") }
        #expect(throws: UsageError.self) { try cook("-n", "", "soup") }
        #expect(throws: UsageError.self) { try cook("-n", "1.5", "soup") }
    }

    @Test(
        "each mistake is one sentence with the right status",
        arguments: [
            (["--bogus", "soup"], "pot cook: unknown flag --bogus; see 'pot cook --help'", 125),
            (["--nam", "soup"], "pot cook: unknown flag --nam; did you mean --name?", 125),
            (["-az", "soup"], "pot cook: unknown flag -z in -az; see 'pot cook --help'", 125),
            (["--=x"], "pot cook: --=x is not written like a flag; see 'pot cook --help'", 125),
            (["---x"], "pot cook: ---x is not written like a flag; see 'pot cook --help'", 125),
            (["soup", "--name"], "pot cook: --name needs a value; see 'pot cook --help'", 125),
            (["soup", "-an"], "pot cook: -n needs a value; see 'pot cook --help'", 125),
            (["--all=maybe"], "pot cook: invalid value for --all: \"maybe\" is neither true nor false", 125),
            (["-n", "x"], "pot cook: invalid value for --last: \"x\" is not a whole number", 125),
            (["--sizes", "\"a"], "pot cook: invalid value for --sizes: a quote is not closed in \"a", 125),
            ([], "pot cook: takes RECIPE [WORD...], but nothing was given; see 'pot cook --help'", 1),
        ])
    func mistakes(words: [String], sentence: String, status: Int32) throws {
        var globals = Globals()
        let error = #expect(throws: UsageError.self) {
            try kitchen().parse(["cook"] + words, globals: &globals)
        }
        #expect(error?.description == sentence)
        #expect(error?.status == status)
    }
}
