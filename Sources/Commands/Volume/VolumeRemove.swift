import CommandGrammar
import EngineAPI

struct VolumeRemove: Action, Equatable {
    var force = false
    var volumes: [String] = []

    static var command: Command {
        Command(
            "rm", "Remove volumes", aliases: ["remove"], since: "1.21", VolumeRemove.self,
            flags: [Flag("force", short: "f", \.force, "Also what its plugin has lost", since: "1.25")],
            arguments: [Argument("VOLUME", all: \.volumes, atLeast: 1)])
    }

    func run(_ session: Session) throws {
        try ObjectRequests(names: volumes).each(session) { name in
            try session.engine.perform(.removeVolume(name, force: force))
            try session.out.writeLine(session.out.escaped(name))
        }
    }
}
