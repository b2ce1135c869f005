import CommandGrammar
import EngineAPI

struct ImageRemove: Action, Equatable {
    var force = false
    var noPrune = false
    var platforms = CommaList()
    var images: [String] = []

    static var command: Command {
        Command(
            "rm", "Remove images", aliases: ["rmi", "remove"], ImageRemove.self,
            flags: [
                Flag("force", short: "f", \.force, "Even when a stopped container or several tags use it"),
                Flag("no-prune", \.noPrune, "Keep untagged parents"),
                Flag(
                    "platform", \.platforms, "Only the variants for these platforms", since: "1.50",
                    completing: .platforms),
            ],
            arguments: [Argument("IMAGE", all: \.images, atLeast: 1)])
    }

    /// With `--force` images that are not there are told, but are no failure.
    func run(_ session: Session) throws {
        let platforms = try platforms.values.map { try Platform($0).json }
        try ObjectRequests(names: images, isForgiven: { force && $0.isNotFound }).each(session) { image in
            let request = Request.removeImage(
                try PathSegment(image: image), force: force, noPrune: noPrune, platforms: platforms)
            for change in try session.engine.json(request).root.elements {
                try session.out.writeLine(session.out.escaped(ImageChange(change).removalLine, as: .cell))
            }
        }
    }
}
