import CommandGrammar
import EngineAPI
import JSON
import Terminal

struct ContainerTop: Action, Equatable {
    var container = ""
    var options: [String] = []

    static var command: Command {
        Command(
            "top", "List the processes of a container", ContainerTop.self,
            detail: "The words behind the container are options of the engine's ps.",
            examples: ["tug top web", "tug top web -o pid,user,args"],
            interspersed: false,
            arguments: [
                Argument("CONTAINER", \.container) { _ in .names(.runningContainers) },
                Argument("ps OPTIONS", all: \.options),
            ])
    }

    func run(_ session: Session) throws {
        let answer = try session.engine.json(.topContainer(container, options: options)).root
        var table = TableWriter(session.out, minimumWidth: 20)
        table.add(answer.strings("Titles"))
        for process in answer.list("Processes") { table.add(process.elements.map { $0.string ?? "" }) }
        try table.flush()
    }
}
