import CommandGrammar
import EngineAPI

struct ContainerStats: Action, Equatable {
    var all = false
    var format: String?
    var noStream = false
    var noTrunc = false
    var containers: [String] = []

    static var command: Command {
        Command(
            "stats", "Show what containers use, as it changes", ContainerStats.self,
            examples: ["tug stats", "tug stats --no-stream --format '{{.Name}}: {{.MemUsage}}' web db"],
            flags: [
                Flag("all", short: "a", \.all, "Containers that do not run too"),
                Flag(
                    "format", \.format, "How to print: table, json or a Go template",
                    completing: .format(Listing.stats(isWindows: false))),
                Flag("no-stream", \.noStream, "Show it once"),
                Flag("no-trunc", \.noTrunc, "Show ids whole"),
            ],
            arguments: [Argument("CONTAINER", all: \.containers) { .names($0.all ? .containers : .runningContainers) }])
    }

    func run(_ session: Session) throws {
        try view(session, isWindows: false).check(on: StatsRow(name: "", isTruncated: false))
        let isWindows = try session.engine.ping().operatingSystem == "windows"
        let board = StatsBoard(
            session, view: try view(session, isWindows: isWindows), isTruncated: !noTrunc, goesOn: !noStream,
            isWindows: isWindows)
        if containers.isEmpty { try board.watchAll(includingStopped: all) } else { try board.watch(containers) }
        try board.run()
    }

    private func view(_ session: Session, isWindows: Bool) throws -> ListView<StatsRow> {
        try ListView(
            .stats(isWindows: isWindows), format: format, configured: session.config.text("statsFormat"))
    }
}
