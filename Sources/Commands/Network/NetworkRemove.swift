import CommandGrammar
import EngineAPI

struct NetworkRemove: Action, Equatable {
    var force = false
    var networks: [String] = []

    static var command: Command {
        Command(
            "rm", "Remove networks", aliases: ["remove"], since: "1.21", NetworkRemove.self,
            flags: [Flag("force", short: "f", \.force, "A missing one is no error")],
            arguments: [Argument("NETWORK", all: \.networks, atLeast: 1) { _ in .names(.customNetworks) }])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: networks).each(session) { name in
            do {
                try session.engine.perform(.removeNetwork(name))
            } catch let error as EngineError where force && error.isNotFound {
                return
            }
            try session.out.writeLine(session.out.escaped(name))
        }
    }
}
