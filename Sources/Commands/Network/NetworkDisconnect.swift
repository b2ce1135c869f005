import CommandGrammar
import EngineAPI

struct NetworkDisconnect: Action, Equatable {
    var force = false
    var network = ""
    var container = ""

    static var command: Command {
        Command(
            "disconnect", "Take a container off a network", since: "1.21", NetworkDisconnect.self,
            flags: [Flag("force", short: "f", \.force, "Even where the container is gone", since: "1.22")],
            arguments: [Argument("NETWORK", \.network), Argument("CONTAINER", \.container)])
    }

    func run(_ session: Session) throws {
        try session.engine.perform(.leaveNetwork(network, container: container, force: force))
    }
}
