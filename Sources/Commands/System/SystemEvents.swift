import CommandGrammar
import EngineAPI
import Filters
import GoTemplate
import JSON
import Terminal

struct SystemEvents: Action, Equatable {
    var filters = FilterList()
    var format: String?
    var since: String?
    var until: String?

    static var command: Command {
        Command(
            "events", "Show what happens in the engine, as it happens", SystemEvents.self,
            detail: "A time is a date (2026-11-23T08:00:00), unix seconds, or a duration before now (10m).",
            examples: [
                "tug events --since 10m --until 0s",
                "tug events --filter type=container --filter event=die --format '{{.Actor.ID}} {{.Time}}'",
            ],
            flags: [
                Flag("filter", short: "f", \.filters, "Keep to events that match", completing: .filters(.events)),
                Flag("format", \.format, "How to print: json or a Go template", completing: .format(TypedSchema.event)),
                Flag("since", \.since, "Start with the events since this time"),
                Flag("until", \.until, "End at this time"),
            ])
    }

    func run(_ session: Session) throws {
        try FilterRules.events.check(filters)
        let printer = try EventPrinter(format: format, out: session.out)
        let window = try EventWindow(since: since, until: until, now: session.now)
        let version = try session.engine.version()
        let local = FilterRules.events.unsupported(filters, at: version.minor)
        if local.contains("label") { try session.require(APIVersion(1, 21), for: "the filter label") }
        let matcher = try FilterMatcher(filters, .events, keys: local)
        let answer = try session.engine.send(
            .events(
                since: window.start(version), until: window.end(version),
                filters: filters.removing(local).wire(apiMinor: version.minor)))
        try answer.forEachDocument(pause: session.out.flush) { document in
            let event = EventMessage(document)
            if local.isEmpty || matcher.matches(event.filterValues) { try printer.show(event) }
        }
    }
}

extension EventMessage {
    /// What the event holds under the keys of `FilterRules.events`, for engines that do not know one.
    func filterValues(_ key: String) -> [String] {
        switch key {
        case "event": [action]
        case "type": [type]
        case "scope": [scope.isEmpty ? "local" : scope]
        case "image": type == "image" ? [actorID, name] : [image]
        case "label": attributes.map { "\($0.key)=\($0.value)" }
        case type: [actorID, name].filter { !$0.isEmpty }
        default: []
        }
    }

    private var name: String { attributes.first { $0.key == "name" }?.value ?? "" }
}
