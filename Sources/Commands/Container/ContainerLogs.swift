import CommandGrammar
import EngineAPI
import Terminal

struct ContainerLogs: Action, Equatable {
    var name = ""
    var details = false
    var follow = false
    var since: String?
    var tail = "all"
    var timestamps = false
    var until: String?

    static var command: Command {
        Command(
            "logs", "Print what a container has said", ContainerLogs.self,
            detail: "A time is a date (2024-05-01T10:00:00), seconds since 1970, or a duration before now (10m).",
            examples: ["tug logs -f --tail 20 web", "tug logs --since 10m web 2>/dev/null"],
            flags: [
                Flag("details", \.details, "Also the labels and variables given to the log", since: "1.23"),
                Flag("follow", short: "f", \.follow, "Go on as more is said"),
                Flag("since", \.since, "Only what was said after this time", value: "time"),
                Flag(
                    "tail", short: "n", \.tail, "Only the last so many lines", value: "lines",
                    completing: .words(["all"])),
                Flag("timestamps", short: "t", \.timestamps, "When each line was said"),
                Flag("until", \.until, "Only what was said before this time", value: "time", since: "1.35"),
            ],
            arguments: [Argument("CONTAINER", \.name)])
    }

    func run(_ session: Session) throws {
        let since = try moment(since, "--since", session)
        let until = try moment(until, "--until", session)
        let container = ContainerState(try session.engine.json(.inspectContainer(name)).root)
        // Engines below 1.19 drop `since` silently: they are asked for stamps, and old lines are left out here.
        let filter =
            try session.engine.version() < APIVersion(1, 19)
            ? since.map { LogSince($0, showsStamps: timestamps) } : nil
        let answer = try session.engine.send(
            .containerLogs(
                container.id.isEmpty ? name : container.id, follow: follow,
                since: filter == nil ? try spelling(since, session) : nil, until: try spelling(until, session),
                timestamps: timestamps || filter != nil, details: details, tail: tail))
        var stream = LogStream(isRaw: container.hasTerminal, filter: filter)
        try stream.copy(answer, session)
    }

    /// "0" and nothing mean no limit.
    private func moment(_ text: String?, _ flag: String, _ session: Session) throws -> Timestamp? {
        guard let text, !text.isEmpty else { return nil }
        do {
            return try Timestamp(filter: text, now: session.now)
        } catch {
            throw Failure("invalid value for \(flag): \(error)")
        }
    }

    /// Engines below 1.22 take whole seconds only.
    private func spelling(_ moment: Timestamp?, _ session: Session) throws -> String? {
        guard let moment else { return nil }
        return try session.engine.version() < APIVersion(1, 22) ? String(moment.seconds) : moment.unixText
    }
}
