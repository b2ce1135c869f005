import CommandGrammar
import EngineAPI
import JSON

struct ContainerDiff: Action, Equatable {
    var container = ""

    static var command: Command {
        Command(
            "diff", "List the files of a container that are not as in its image", ContainerDiff.self,
            detail: "A: added, C: changed, D: deleted.",
            arguments: [Argument("CONTAINER", \.container)])
    }

    func run(_ session: Session) throws {
        for change in try session.engine.list(.containerChanges(container)) {
            let kind = Self.letter(change["Kind"]?.int)
            try session.out.writeLine("\(kind) " + session.out.escaped(change.text("Path"), as: .cell))
        }
    }

    private static func letter(_ kind: Int?) -> String {
        switch kind {
        case 0: "C"
        case 1: "A"
        case 2: "D"
        default: "?"
        }
    }
}
