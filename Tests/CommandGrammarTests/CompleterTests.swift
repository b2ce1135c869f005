import CommandGrammar
import Testing

/// A pantry for the names that completion asks for.
private struct Pantry: CompletionSource {
    func names(_ kind: NameKind) -> [Candidate] {
        [Candidate("salt", "White"), Candidate("sugar"), Candidate("0a1b", "salt", isAlternative: true)]
    }

    func files(beginning path: String, foldersOnly: Bool) -> [Candidate] {
        [Candidate(path + "x/", isOpen: true)]
    }

    func meaning(of placeholder: String) -> Completion? { placeholder == "SPICE" ? .names(NameKind("spices")) : nil }
}

private struct Season: Action, Equatable {
    var all = false
    var mode = ""
    var book = ""
    var filters: [String] = []
    var format = ""
    var keep: [String] = []
    var hidden = false
    var spices: [String] = []

    static func command() -> Command<Kitchen> {
        Command(
            "season", "Put spices in", aliases: ["spice"], Season.self,
            flags: [
                Flag("all", short: "a", \.all, "Everything"),
                Flag("mode", short: "m", \.mode, "How", completing: .words([Candidate("slow", "At leisure"), "fast"])),
                Flag("book", short: "b", \.book, "A file", completing: .files),
                Flag(
                    "filter", short: "f", \.filters, "Which",
                    completing: .pairs([
                        Completion.Pair("taste", "How it tastes", .words(["hot", "sweet"])),
                        Completion.Pair("dry", "Without water", nil),
                        Completion.Pair("from", "Where", .files),
                    ])),
                Flag(
                    "format", \.format, "How to print",
                    completing: .template(
                        words: ["json"],
                        fields: {
                            $0.isEmpty ? ["Name", Candidate("Jar", isOpen: true)] : $0 == ["Jar"] ? ["Size"] : []
                        })),
                Flag("keep", \.keep, "Spare", completing: .list(.words(["lid", "label"]))),
                Flag("hidden", \.hidden, "Nobody sees it", hidden: true),
            ],
            arguments: [
                Argument("SPICE", all: \.spices) { $0.all ? .words(["everything"]) : nil }
            ])
    }

    func run(_ session: Kitchen) throws {}
}

@Suite("Completion answers from the declaration")
struct CompleterTests {
    private static var tree: Tree<Kitchen, Globals> {
        Tree(
            "pot", "Cooks", flags: [Flag("host", short: "H", \Globals.host, "Where"), Flag("debug", \.debug, "Talk")],
            commands: [Season.command(), Wash.command(), Command(group: "dish", "Dishes", [Wash.command()])])
    }

    private func offer(_ words: String...) -> Offer { Completer(Self.tree, source: Pantry()).complete(words) }

    private func words(_ words: String...) -> [String] {
        Completer(Self.tree, source: Pantry()).complete(words).candidates.map(\.word)
    }

    @Test("commands with their purposes, groups among them, and help")
    func commands() {
        #expect(words("") == ["dish", "help", "season", "wash"])
        #expect(offer("se").candidates == [Candidate("season", "Put spices in")])
        #expect(words("dish", "") == ["wash"])
        #expect(words("dish", "nothing", "") == [])
    }

    @Test("an alias is offered where what was typed begins no name")
    func aliases() {
        #expect(words("s") == ["season"])
        #expect(words("sp") == ["spice"])
        #expect(words("spice", "--al") == ["--all"])
    }

    @Test("the words behind help are commands")
    func help() {
        #expect(words("help", "d") == ["dish"])
        #expect(words("help", "dish", "") == ["wash"])
        #expect(words("dish", "help", "") == ["wash"])
    }

    @Test("flags by their long names, with letters where only a dash was typed; hidden ones never")
    func flags() {
        #expect(words("season", "--f") == ["--filter", "--format"])
        #expect(words("season", "-").contains("-a"))
        #expect(!words("season", "--").contains("-a"))
        #expect(!words("season", "--").contains("--hidden"))
        #expect(words("-") == ["--debug", "--host", "--help", "-H"])
    }

    @Test("a flag that was given is not offered again, unless it is a list")
    func repeats() {
        #expect(!words("season", "-a", "--").contains("--all"))
        #expect(!words("season", "--mode=slow", "--").contains("--mode"))
        #expect(words("season", "--filter", "dry", "--fi") == ["--filter"])
    }

    @Test("values in all four spellings of a flag")
    func values() {
        #expect(words("season", "--mode", "s") == ["slow"])
        #expect(words("season", "--mode=s") == ["--mode=slow"])
        #expect(words("season", "-m", "") == ["slow", "fast"])
        #expect(words("season", "-amf") == ["-amfast"])
        #expect(words("season", "--all=") == ["--all=true", "--all=false"])
    }

    @Test("keys, then their values; nothing that was given")
    func pairs() {
        #expect(offer("season", "-f", "").candidates.map(\.isOpen) == [true, false, true])
        #expect(words("season", "-f", "taste=") == ["taste=hot", "taste=sweet"])
        #expect(words("season", "-f", "taste=hot", "-f", "taste=") == ["taste=sweet"])
        #expect(words("season", "-f", "dry=") == [])
        #expect(words("season", "-f", "none=") == [])
    }

    @Test("lists element by element, each only once")
    func lists() {
        #expect(words("season", "--keep", "li") == ["lid"])
        #expect(words("season", "--keep=lid,") == ["--keep=lid,label"])
    }

    @Test("fields within a template, closed where nothing follows")
    func templates() {
        #expect(words("season", "--format", "") == ["json", "{{."])
        #expect(words("season", "--format", "{{.N") == ["{{.Name}}"])
        #expect(words("season", "--format", "{{.Name}} {{.") == ["{{.Name}} {{.Jar."])
        #expect(words("season", "--format", "{{.Jar.") == ["{{.Jar.Size}}"])
        #expect(words("season", "--format", "{{json .N") == ["{{json .Name}}"])
        #expect(words("season", "--format", "{{len (slice .N") == ["{{len (slice .Name"])
    }

    @Test("files are the shell's matter for a whole word and ours for a part of one")
    func files() {
        #expect(offer("season", "--book", "a") == Offer(paths: .files))
        #expect(offer("season", "--book=a") == Offer([Candidate("--book=ax/", isOpen: true)]))
        #expect(words("season", "-f", "from=/") == ["from=/x/"])
    }

    @Test("names that were typed are not offered again, ids only where no name begins so")
    func names() {
        #expect(words("season", "") == ["salt", "sugar"])
        #expect(words("season", "salt", "") == ["sugar"])
        #expect(words("season", "0") == ["0a1b"])
        #expect(words("season", "--", "-") == [])
    }

    @Test("what an argument may be can depend on the flags before it")
    func dependence() {
        #expect(words("season", "-a", "") == ["everything"])
    }

    @Test("global flags before the command count, and fill the options")
    func globals() {
        #expect(words("-H", "x", "--debug", "was") == ["wash"])
        #expect(words("-H", "was") == [])
        var globals = Globals()
        Completer.readGlobals(["--debug", "-H", "x", "season", "-H", "y", ""], of: Self.tree, into: &globals)
        #expect(globals == Globals(host: ["x"], debug: true))
    }

    @Test("the answer holds a candidate a line and a number that tells what follows")
    func answer() {
        #expect(offer("season", "--mode", "").description == "slow\tAt leisure\nfast\n:4\n")
        #expect(offer("season", "-f", "ta").description == "taste=\tHow it tastes\n:6\n")
        #expect(offer("season", "--book", "").description == ":0\n")
        #expect(Offer([Candidate("a\u{1b}[2J\nb")], paths: .folders).description == "a[2Jb\n:16\n")
    }
}
