import CommandGrammar
import Terminal

/// What the completion scripts ask: the words typed so far, the last of them at the cursor.
struct CompleteWords: Action, Equatable {
    var words: [String] = []

    static var command: Command {
        Command(
            "__complete", "Answer a shell's completion script", hidden: true, CompleteWords.self, raw: true,
            arguments: [Argument("WORD", all: \.words)])
    }

    func run(_ session: Session) throws {
        let tree = Root.tree
        var globals = session.options
        Completer.readGlobals(words, of: tree, into: &globals)
        var world = session.world
        world.err = Output(memory: .file)
        let names = SessionNames(session: Session(world: world, options: globals))
        let offer = Completer(tree, source: names).complete(words)
        try session.out.write(offer.description)
    }
}
