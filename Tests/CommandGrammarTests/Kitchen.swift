import CommandGrammar

/// A small tree with every kind of flag and argument.
final class Kitchen {}

struct Cook: Action, Equatable {
    var all = false
    var proof = true
    var last = -1
    var name = ""
    var tags: [String] = []
    var sizes: CommaList = []
    var size: Bool?
    var detach = ""
    var old = 0
    var recipe = ""
    var words: [String] = []

    static func command(interspersed: Bool = true) -> Command<Kitchen> {
        Command(
            "cook", "Make a dish", aliases: ["make"], since: "1.21", Cook.self, interspersed: interspersed,
            flags: [
                Flag("all", short: "a", \.all, "Take everything"),
                Flag("proof", \.proof, "Taste it first"),
                Flag("last", short: "n", \.last, "How many"),
                Flag("name", \.name, "What to call it"),
                Flag("tag", short: "t", \.tags, "Mark it", since: "1.25"),
                Flag("sizes", \.sizes, "Sizes"),
                Flag("size", short: "s", \.size, "Say how big", since: "1.30"),
                Flag("detach-keys", \.detach, "Keys"),
                Flag("time", \.old, "Old name", hidden: true, deprecated: "use --timeout"),
            ],
            arguments: [Argument("RECIPE", \.recipe), Argument("WORD", all: \.words)])
    }

    func run(_ session: Kitchen) throws {}
}

struct Wash: Action, Equatable {
    static func command() -> Command<Kitchen> { Command("wash", "Wash up", Wash.self) }
    func run(_ session: Kitchen) throws {}
}

struct Globals: Equatable {
    var host: [String] = []
    var debug = false
}

func kitchen(interspersed: Bool = true) -> Tree<Kitchen, Globals> {
    Tree(
        "pot", "Cooks",
        flags: [Flag("host", short: "H", \.host, "Where"), Flag("debug", short: "D", \.debug, "Talk")],
        commands: [
            Cook.command(interspersed: interspersed),
            Wash.command(),
            Command(group: "dish", "Dishes", [Cook.command().named("c"), Wash.command()]),
        ])
}

/// What a line fills, or the error it makes.
func cook(_ words: String..., interspersed: Bool = true) throws -> Cook {
    var globals = Globals()
    let request = try kitchen(interspersed: interspersed).parse(["cook"] + words, globals: &globals)
    guard case .run(let filled, _, _) = request, let cook = filled.action as? Cook else { throw NotACook() }
    return cook
}

struct NotACook: Error {}
