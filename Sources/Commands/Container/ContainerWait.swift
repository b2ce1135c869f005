import CommandGrammar
import EngineAPI
import Terminal

struct ContainerWait: Action, Equatable {
    var names: [String] = []

    static var command: Command {
        Command(
            "wait", "Wait until containers end, and print their exit statuses", ContainerWait.self,
            arguments: [Argument("CONTAINER", all: \.names, atLeast: 1) { _ in .names(.runningContainers) }])
    }

    func run(_ session: Session) throws {
        var failed = false
        for name in names {
            do {
                try session.out.writeLine(String(try status(of: name, session)))
                try session.out.flush()
            } catch let error where !(error is OutputError) {
                session.say(Verdict(error).line ?? "")
                failed = true
            }
        }
        if failed { throw ExitStatus(code: 1) }
    }

    private func status(of name: String, _ session: Session) throws -> Int {
        try ExitReport(session.engine.json(.waitForContainer(name)).root, target: "the wait for \(name)").status
    }
}
