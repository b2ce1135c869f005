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
                Flag("platform", \.platforms, "Only the variants for these platforms", since: "1.50"),
            ],
            arguments: [Argument("IMAGE", all: \.images, atLeast: 1)])
    }

    /// With `--force` images that are not there are told, but are no failure.
    func run(_ session: Session) throws {
        let platforms = try platforms.values.map { try Platform($0).json }
        var isFailure = false
        for image in images {
            do {
                let request = Request.removeImage(
                    try PathSegment(image: image), force: force, noPrune: noPrune, platforms: platforms)
                for change in try session.engine.json(request).root.elements {
                    let line = ImageChange(change).removalLine
                    try session.out.writeLine(session.out.escaped(line, as: .cell))
                }
            } catch let error as EngineError {
                session.say(error.description)
                isFailure = isFailure || !force || !error.isNotFound
            } catch let error as NameError {
                session.say("tug: \(error)")
                isFailure = true
            }
        }
        if isFailure { throw ExitStatus(code: 1) }
    }
}
