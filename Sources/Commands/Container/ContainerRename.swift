import CommandGrammar
import EngineAPI

struct ContainerRename: Action, Equatable {
    var container = ""
    var newName = ""

    static var command: Command {
        Command(
            "rename", "Give a container another name", ContainerRename.self,
            arguments: [Argument("CONTAINER", \.container), Argument("NEW_NAME", \.newName)])
    }

    func run(_ session: Session) throws {
        if newName.allSatisfy(\.isWhitespace) { throw Failure("the new name must not be empty") }
        try session.engine.perform(try .renameContainer(container, to: newName))
    }
}
